package dev.plimsoll.defects;

import dev.plimsoll.analysis.AnalysisOptions;
import dev.plimsoll.analysis.Analyzer;
import dev.plimsoll.analysis.Workspace;
import dev.plimsoll.cli.Plimsoll;
import dev.plimsoll.cli.terminal.Console;
import dev.plimsoll.conformance.Folders;
import dev.plimsoll.index.ReleaseInstance;
import dev.plimsoll.rules.BuiltInRules;
import dev.plimsoll.source.DiskFileTree;
import dev.plimsoll.source.SourceFile;
import dev.plimsoll.testkit.HelmOracle;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** An estate of one chart with one environment, whose values file is the place for mistakes. */
final class PlantedEstate {

  /** Where mistakes are planted. */
  static final String VALUES = "environments/production/values.yaml";

  private static final String KUBERNETES = "1.36";
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);

  private static final String PROJECT =
      """
      apiVersion: plimsoll.dev/v1
      kind: Project
      helm: {version: "3.21"}
      clusters: {one: {kubernetes: "%s"}}
      environments: {production: {profile: production, clusters: [one]}}
      """
          .formatted(KUBERNETES);

  private final Path folder;
  private final Path pipe;
  private final Path chart;

  private PlantedEstate(Path folder, Path pipe, Path chart) {
    this.folder = folder;
    this.pipe = pipe;
    this.chart = chart;
  }

  /** Makes an estate of a copy of a chart in an empty folder. */
  static PlantedEstate of(Path original, Path scratch) throws IOException {
    Path folder = scratch.resolve("estate");
    Path pipe = scratch.resolve("pipe");
    String name = "charts/" + original.getFileName();
    Path chart = folder.resolve(name);
    Files.createDirectories(pipe);
    Files.createDirectories(chart.getParent());
    Files.createDirectories(folder.resolve(VALUES).getParent());
    Folders.copy(original, chart);
    Files.writeString(
        folder.resolve("plimsoll.yaml"),
        PROJECT
            + "releases: [{name: release-name, chart: %s, namespace: default, values: [%s]}]\n"
                .formatted(name, VALUES));
    Files.writeString(pipe.resolve("plimsoll.yaml"), PROJECT);
    PlantedEstate estate = new PlantedEstate(folder, pipe, chart);
    estate.plant("");
    return estate;
  }

  Path chart() {
    return chart;
  }

  /** Makes a text the values of the environment. */
  void plant(String values) throws IOException {
    Files.writeString(folder.resolve(VALUES), values);
  }

  /** The values of the environment. */
  SourceFile planted() throws IOException {
    return new SourceFile(VALUES, Files.readString(folder.resolve(VALUES)));
  }

  /** {@code helm template}; empty if Helm refuses. */
  Optional<String> helm() {
    return switch (HelmOracle.template(
        chart, List.of(folder.resolve(VALUES)), "v" + KUBERNETES + ".0")) {
      // A chart that prints nothing leaves the library without a text.
      case HelmOracle.Answer.Done(String text) -> Optional.ofNullable(text);
      case HelmOracle.Answer.Refused _ -> Optional.empty();
    };
  }

  /** The release with its values; empty if it cannot be read. */
  Optional<ReleaseInstance> release() throws IOException {
    return new Analyzer(BuiltInRules.catalog(), BuiltInRules.rules())
            .load(new Workspace(new DiskFileTree(folder, List.of()), AnalysisOptions.none(), TODAY))
            .estate()
            .releases()
            .stream()
            .findFirst();
  }

  /** {@code plimsoll check} in the estate: what it says of objects. */
  List<Said> check() {
    return Said.read(run(folder, InputStream.nullInputStream(), "check", "--format", "json"));
  }

  /** {@code plimsoll check -} for what Helm printed. */
  List<Said> pipe(String manifests) {
    InputStream in = new ByteArrayInputStream(manifests.getBytes(StandardCharsets.UTF_8));
    return Said.read(run(pipe, in, "check", "-", "--format", "json", "--profile", "production"));
  }

  private static String run(Path directory, InputStream in, String... command) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    PrintStream sink = new PrintStream(out, true, StandardCharsets.UTF_8);
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    PrintStream errors = new PrintStream(err, true, StandardCharsets.UTF_8);
    Console console = new Console(in, sink, errors, Map.of(), directory, TODAY, false, false);
    if (new Plimsoll(console).run(command) == 2) {
      throw new IllegalStateException(err.toString(StandardCharsets.UTF_8));
    }
    return out.toString(StandardCharsets.UTF_8);
  }
}
