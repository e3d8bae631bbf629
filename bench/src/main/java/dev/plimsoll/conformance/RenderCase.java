package dev.plimsoll.conformance;

import java.io.IOException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One render: a chart with its defaults, or with one values file on top.
 *
 * @param name for people
 */
record RenderCase(String name, Path chart, Optional<Path> values) {

  /** All renders of the charts below some folders, in the order of their names. */
  static List<RenderCase> find(List<Path> folders, Optional<String> only) throws IOException {
    List<RenderCase> found = new ArrayList<>();
    for (Path folder : folders) {
      for (Path chart : charts(folder)) {
        String name = folder.getFileName() + "/" + folder.relativize(chart);
        add(found, new RenderCase(name, chart, Optional.empty()), only);
        for (Path values : ciValues(chart)) {
          String caseName = name + " -f ci/" + values.getFileName();
          add(found, new RenderCase(caseName, chart, Optional.of(values)), only);
        }
      }
    }
    return found;
  }

  private static void add(List<RenderCase> found, RenderCase each, Optional<String> only) {
    if (only.isEmpty() || each.name().contains(only.get())) {
      found.add(each);
    }
  }

  private static List<Path> charts(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder, FileVisitOption.FOLLOW_LINKS)) {
      return files
          .filter(file -> file.endsWith("Chart.yaml"))
          .map(Path::getParent)
          .sorted()
          .toList();
    }
  }

  private static List<Path> ciValues(Path chart) throws IOException {
    Path folder = chart.resolve("ci");
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(".yaml")).sorted().toList();
    }
  }

  /** The same render of a copy of the chart. */
  RenderCase of(Path copy) {
    return new RenderCase(name, copy, values.map(file -> copy.resolve(chart.relativize(file))));
  }

  /** The arguments of {@code helm template} and {@code plimsoll render} alike. */
  List<String> arguments() {
    List<String> arguments = new ArrayList<>(List.of("rel", chart.toString(), "-n", "ns"));
    values.ifPresent(file -> arguments.addAll(List.of("-f", file.toString())));
    arguments.addAll(List.of("--kube-version", "v1.36.0"));
    return arguments;
  }
}
