package dev.plimsoll.deploys;

import dev.plimsoll.testkit.ControlPlane;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * Measures a deploy beside {@code helm upgrade --wait} of the same release, in turns, and the time
 * from the first back-off of a crash loop to the verdict.
 */
public final class DeployTimes {

  private static final int USUAL_RUNS = 9;
  private static final String NO_SOAK = "pod-health: {soak: 0s}";

  private final PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
  private final ControlPlane plane = ControlPlane.start();
  private final Workspace workspace;
  private final int runs;

  private DeployTimes(int runs) throws IOException {
    this.runs = runs;
    this.workspace = new Workspace(plane, Files.createTempDirectory("plimsoll-deploys"));
  }

  public static void main(String[] args) throws Exception {
    new DeployTimes(args.length == 0 ? USUAL_RUNS : Integer.parseInt(args[0])).run();
  }

  private void run() throws Exception {
    out.printf("Medians of %d runs, in seconds.%n%n", runs);
    out.println("| | Helm 3 | Helm 4 |");
    out.println("| --- | --- | --- |");
    List<String> lines = new ArrayList<>();
    for (int helm : new int[] {3, 4}) {
      add(lines, upgrades(helm));
    }
    for (int helm : new int[] {3, 4}) {
      add(lines, crashes(helm));
    }
    lines.forEach(out::println);
  }

  /** Joins what both helms have, line by line. */
  private static void add(List<String> lines, List<String[]> cells) {
    for (String[] cell : cells) {
      String title = "| " + cell[0] + " |";
      int known = -1;
      for (int i = 0; i < lines.size(); i++) {
        known = lines.get(i).startsWith(title) ? i : known;
      }
      String value = " " + cell[1] + " |";
      if (known < 0) {
        lines.add(title + value);
      } else {
        lines.set(known, lines.get(known) + value);
      }
    }
  }

  private List<String[]> upgrades(int helm) throws IOException, InterruptedException {
    String alone = "alone-helm" + helm;
    List<Double> ofHelm = new ArrayList<>();
    List<Double> ours = new ArrayList<>();
    List<Double> withSoak = new ArrayList<>();
    // The first of each installs, and is not counted.
    for (int i = 0; i <= runs; i++) {
      String tag = "tag=1.0." + i;
      double helmAlone = workspace.helm(helm, alone, "60s", "--set", tag);
      workspace.project("ours-helm" + helm, NO_SOAK);
      double deploy = deployed(helm, tag);
      workspace.project("soaked-helm" + helm, "");
      double soaked = deployed(helm, tag);
      if (i > 0) {
        ofHelm.add(helmAlone);
        ours.add(deploy);
        withSoak.add(soaked);
      }
    }
    return List.of(
        line("`helm upgrade --wait`", median(ofHelm)),
        line("`plimsoll deploy`, pods not watched once they are ready", median(ours)),
        line("more than Helm alone", median(ours) - median(ofHelm)),
        line(
            "`plimsoll deploy`, pods watched for 2 s more (profile development)",
            median(withSoak)));
  }

  private double deployed(int helm, String tag) throws IOException, InterruptedException {
    Process process = workspace.deploy(helm, workspace.plan(helm, "--set", tag));
    double seconds = Workspace.seconds(process);
    if (process.exitValue() != 0) {
      throw new IOException("a deploy has failed");
    }
    return seconds;
  }

  private List<String[]> crashes(int helm) throws Exception {
    String namespace = "ours-helm" + helm;
    workspace.project(namespace, NO_SOAK);
    List<Double> untilVerdict = new ArrayList<>();
    List<Double> untilBack = new ArrayList<>();
    for (int i = 0; i < runs; i++) {
      String plan = workspace.plan(helm, "--set", "behaviour=crash", "--set", "tag=2.0." + i);
      CompletableFuture<Long> backOff = new CompletableFuture<>();
      Thread watcher = Thread.ofPlatform().start(() -> watch(namespace, backOff));
      Process process = workspace.deploy(helm, plan);
      long verdict = 0;
      try (BufferedReader lines = process.inputReader()) {
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
          verdict =
              verdict == 0 && line.contains("is in CrashLoopBackOff") ? System.nanoTime() : verdict;
        }
      }
      if (process.waitFor() != 5) {
        throw new IOException("a crash loop ended otherwise");
      }
      watcher.join();
      untilVerdict.add(seconds(verdict - backOff.get()));
      untilBack.add(seconds(System.nanoTime() - backOff.get()));
    }
    double ofHelm = workspace.helm(helm, "alone-helm" + helm, "20s", "--set", "behaviour=crash");
    return List.of(
        line("from the first back-off of a crash loop to the verdict", median(untilVerdict)),
        line("the longest of these", untilVerdict.stream().max(Double::compare).orElseThrow()),
        line(
            "from the first back-off until the revision before is back and healthy",
            median(untilBack)),
        line("`helm upgrade --wait --timeout 20s` of the same, until it gives up", ofHelm));
  }

  /** Completes when a pod of the namespace is first in back-off. */
  private void watch(String namespace, CompletableFuture<Long> seen) {
    String pods = "/api/v1/namespaces/" + namespace + "/pods";
    long deadline = System.nanoTime() + TimeUnit.MINUTES.toNanos(2);
    while (System.nanoTime() < deadline) {
      if (plane.api("GET", pods, "").contains("CrashLoopBackOff")) {
        seen.complete(System.nanoTime());
        return;
      }
    }
    seen.completeExceptionally(new IOException("no pod was in back-off"));
  }

  private static String[] line(String title, double seconds) {
    return new String[] {title, String.format(Locale.ROOT, "%.2f", seconds)};
  }

  private static double median(List<Double> values) {
    List<Double> sorted = values.stream().sorted().toList();
    return sorted.get(sorted.size() / 2);
  }

  private static double seconds(long nanos) {
    return nanos / (double) TimeUnit.SECONDS.toNanos(1);
  }
}
