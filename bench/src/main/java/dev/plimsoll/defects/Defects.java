package dev.plimsoll.defects;

import dev.plimsoll.conformance.Folders;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/** {@code bench/defects}: plants mistakes in the charts below some folders. */
public final class Defects {

  /** The share of diagnostics that must stand at the value that decides, in percent. */
  private static final int WANTED = 95;

  private Defects() {}

  /** Exit code 0 if enough is exact and everything planted was found, else 1. */
  public static void main(String[] args) throws IOException, InterruptedException {
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    DefectArguments arguments;
    try {
      arguments = DefectArguments.parse(List.of(args));
    } catch (IllegalArgumentException e) {
      out.println(e.getMessage());
      out.print(DefectArguments.USAGE);
      System.exit(2);
      return;
    }
    Figures figures = new Figures();
    for (Path chart : sample(arguments)) {
      Path scratch = Files.createTempDirectory("defects");
      try {
        PlantedEstate estate = PlantedEstate.of(chart, scratch);
        new ChartRun(chart, estate, arguments.peers(), figures).run(arguments.leaves());
      } finally {
        Folders.delete(scratch);
      }
    }
    figures.print(out, arguments.examples());
    double exact = Figures.share(figures.of(ChartRun.EXACT), figures.of(ChartRun.DECIDED));
    double planted = Figures.share(figures.of(ChartRun.FOUND_THERE), figures.of(ChartRun.PLANTED));
    out.println();
    out.println(
        "At the value that decides: %.1f %% of all diagnostics, %.1f %% of the planted mistakes."
            .formatted(exact, planted));
    System.exit(exact >= WANTED && planted >= WANTED && figures.of(ChartRun.PLANTED) > 0 ? 0 : 1);
  }

  private static List<Path> sample(DefectArguments arguments) throws IOException {
    List<Path> charts = new ArrayList<>();
    for (Path folder : arguments.folders()) {
      List<Path> found = new ArrayList<>(charts(folder));
      Collections.shuffle(found, new Random(arguments.seed()));
      charts.addAll(found.subList(0, Math.min(arguments.charts(), found.size())));
    }
    return charts;
  }

  /** The charts below a folder, subcharts left out. */
  private static List<Path> charts(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(file -> file.endsWith("Chart.yaml"))
          .map(Path::getParent)
          .filter(chart -> !Files.exists(chart.resolve("../../Chart.yaml").normalize()))
          .sorted()
          .toList();
    }
  }
}
