package dev.plimsoll.project;

import dev.plimsoll.source.FileContent;
import dev.plimsoll.source.FileTree;
import dev.plimsoll.source.Located;
import dev.plimsoll.source.SourceFile;
import dev.plimsoll.yaml.YamlFile;
import dev.plimsoll.yaml.YamlMapping;
import dev.plimsoll.yaml.YamlNode;
import dev.plimsoll.yaml.YamlScalar;
import dev.plimsoll.yaml.YamlSequence;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * The few fields of each {@code Chart.yaml} that decide whether a chart is a release: discovery
 * comes before charts are loaded.
 */
final class ChartHeads {

  private static final String FILE_REPOSITORY = "file://";

  private final Map<String, Head> byChart = new LinkedHashMap<>();
  private final Set<String> dependencies = new HashSet<>();

  ChartHeads(FileTree files, List<String> charts, Function<SourceFile, YamlFile> parser) {
    for (String chart : charts) {
      Head head = read(files, chart, parser);
      byChart.put(chart, head);
      dependencies.addAll(head.localDependencies);
    }
  }

  private record Head(Located<String> name, boolean isLibrary, List<String> localDependencies) {}

  /** The chart's name; the name of its folder if it says none. */
  Located<String> name(String chart) {
    return head(chart).name;
  }

  /** Whether the chart is no library and no local dependency of another one. */
  boolean isInstallable(String chart) {
    return !head(chart).isLibrary && !dependencies.contains(chart);
  }

  private Head head(String chart) {
    Head head = byChart.get(chart);
    if (head == null) {
      throw new IllegalArgumentException("No chart was found in " + chart);
    }
    return head;
  }

  private static Head read(FileTree files, String chart, Function<SourceFile, YamlFile> parser) {
    String path = WorkspaceFiles.join(chart, WorkspaceFiles.CHART_FILE);
    String folderName = chart.isEmpty() ? "chart" : WorkspaceFiles.fileName(chart);
    if (!(files.read(path) instanceof FileContent.Text(SourceFile file))) {
      Located<String> name = new Located<>(folderName, new SourceFile(path, "").start());
      return new Head(name, false, List.of());
    }
    Optional<YamlMapping> root = root(parser.apply(file));
    Located<String> name =
        root.flatMap(found -> found.get("name"))
            .flatMap(ChartHeads::scalar)
            .map(scalar -> new Located<>(scalar.text(), file.at(scalar.span())))
            .orElseGet(() -> new Located<>(folderName, file.start()));
    boolean isLibrary =
        root.flatMap(found -> found.get("type"))
            .flatMap(ChartHeads::scalar)
            .filter(scalar -> scalar.text().equals("library"))
            .isPresent();
    return new Head(name, isLibrary, root.map(found -> local(found, chart)).orElse(List.of()));
  }

  private static Optional<YamlMapping> root(YamlFile yaml) {
    return yaml.documents().isEmpty()
            || !(yaml.documents().getFirst().root() instanceof YamlMapping mapping)
        ? Optional.empty()
        : Optional.of(mapping);
  }

  private static List<String> local(YamlMapping root, String chart) {
    List<String> paths = new ArrayList<>();
    if (!(root.get("dependencies").orElse(null) instanceof YamlSequence sequence)) {
      return paths;
    }
    for (YamlNode item : sequence.items()) {
      if (item instanceof YamlMapping mapping) {
        mapping
            .get("repository")
            .flatMap(ChartHeads::scalar)
            .map(YamlScalar::text)
            .filter(text -> text.startsWith(FILE_REPOSITORY))
            .map(text -> resolve(chart, text.substring(FILE_REPOSITORY.length())))
            .ifPresent(paths::add);
      }
    }
    return paths;
  }

  /** A relative path from a folder, with {@code .} and {@code ..} resolved. */
  private static String resolve(String folder, String relative) {
    Deque<String> parts = new ArrayDeque<>();
    for (String part : (folder + "/" + relative).split("/", -1)) {
      if (part.equals("..")) {
        parts.pollLast();
      } else if (!part.isEmpty() && !part.equals(".")) {
        parts.addLast(part);
      }
    }
    return String.join("/", parts);
  }

  private static Optional<YamlScalar> scalar(YamlNode node) {
    return ProjectNodes.resolved(node) instanceof YamlScalar scalar && !scalar.text().isBlank()
        ? Optional.of(scalar)
        : Optional.empty();
  }
}
