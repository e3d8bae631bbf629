package dev.plimsoll.chart;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.diagnostic.Diagnostic;
import dev.plimsoll.origin.Layer;
import dev.plimsoll.source.DiskFileTree;
import dev.plimsoll.source.FileContent;
import dev.plimsoll.source.SourceFile;
import dev.plimsoll.values.Coalescer;
import dev.plimsoll.values.HelmVersion;
import dev.plimsoll.values.JsonPrinter;
import dev.plimsoll.values.LayerReader;
import dev.plimsoll.values.LayerValues;
import dev.plimsoll.values.MapValue;
import dev.plimsoll.values.UserValues;
import dev.plimsoll.values.Value;
import dev.plimsoll.yaml.YamlParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every recording of {@code fixtures/null-versions}: what real Helm binaries made of nulls. */
final class NullVersionsTest {

  private static final Path FIXTURE =
      Path.of(System.getProperty("plimsoll.root", ".."), "fixtures/null-versions");

  @ParameterizedTest
  @MethodSource("recordings")
  void givesTheValuesThatThisHelmGave(String version, String name) throws IOException {
    String recorded =
        Files.readString(FIXTURE.resolve("recorded/" + version + "/" + name + ".json")).strip();
    List<Diagnostic> diagnostics = new ArrayList<>();
    String ours = ours(HelmVersion.parse(version).orElseThrow(), name, diagnostics);
    if (recorded.startsWith("{\"error\"")) {
      assertThat(diagnostics).as(recorded).isNotEmpty();
    } else {
      assertThat(diagnostics).isEmpty();
      assertThat(ours).isEqualTo(recorded);
    }
  }

  @Test
  void coversEveryCaseInEveryVersion() throws IOException {
    long cases = names(FIXTURE.resolve("cases")).count();
    assertThat(cases).isGreaterThan(50);
    assertThat(recordings()).hasSize((int) (cases * names(FIXTURE.resolve("recorded")).count()));
  }

  static List<String[]> recordings() throws IOException {
    List<String[]> recordings = new ArrayList<>();
    for (String version : names(FIXTURE.resolve("recorded")).toList()) {
      names(FIXTURE.resolve("recorded/" + version))
          .map(file -> new String[] {version, file.replace(".json", "")})
          .forEach(recordings::add);
    }
    return recordings;
  }

  private static String ours(HelmVersion version, String name, List<Diagnostic> diagnostics)
      throws IOException {
    Path folder = FIXTURE.resolve("cases/" + name);
    List<String> arguments = Files.readAllLines(folder.resolve("args"));
    Path chartFolder = folder.resolve(arguments.getFirst()).normalize();
    Chart chart =
        new ChartLoader()
            .load(new DiskFileTree(chartFolder, List.of()), "", diagnostics::add)
            .orElseThrow();
    List<LayerValues> files = new ArrayList<>();
    List<Layer> options = new ArrayList<>();
    for (int i = 1; i < arguments.size(); i += 2) {
      String option = arguments.get(i);
      String argument = arguments.get(i + 1);
      if (option.equals("--values")) {
        SourceFile file = new SourceFile(argument, Files.readString(folder.resolve(argument)));
        Layer layer = new Layer(Layer.Kind.VALUES_FILE, file);
        files.add(LayerReader.read(YamlParser.parse(file), layer, version, diagnostics::add));
      } else {
        options.add(new Layer(kind(option), new SourceFile(option, argument)));
      }
    }
    MapValue user =
        UserValues.merge(
                files, options, path -> new FileContent.Missing(), version, diagnostics::add)
            .values();
    EnabledChart enabled =
        new DependencyProcessor(version, new ChartDefaults(version, diagnostics::add)::of)
            .process(chart, user, diagnostics::add);
    Value values =
        new Coalescer(version).coalesce(enabled.scope(), user, diagnostics::add).values();
    SortedMap<String, String> printed = new TreeMap<>();
    collect(enabled, values, printed);
    return printed.entrySet().stream()
        .map(entry -> "\"" + entry.getKey() + "\": " + entry.getValue())
        .reduce((one, other) -> one + "," + other)
        .map(members -> "{" + members + "}")
        .orElseThrow();
  }

  private static void collect(EnabledChart chart, Value values, SortedMap<String, String> printed) {
    printed.put(chart.name(), JsonPrinter.print(values));
    for (EnabledChart subchart : chart.subcharts()) {
      Value own = values instanceof MapValue map ? map.entries().get(subchart.name()) : null;
      if (own != null) {
        collect(subchart, own, printed);
      }
    }
  }

  private static Layer.Kind kind(String option) {
    return Arrays.stream(Layer.Kind.values())
        .filter(kind -> kind.isOption() && kind.option().equals(option))
        .findFirst()
        .orElseThrow(() -> new AssertionError("Unknown option " + option));
  }

  private static Stream<String> names(Path folder) throws IOException {
    try (Stream<Path> paths = Files.list(folder)) {
      return paths.map(path -> path.getFileName().toString()).sorted().toList().stream();
    }
  }
}
