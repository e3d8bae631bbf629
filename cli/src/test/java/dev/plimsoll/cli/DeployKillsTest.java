package dev.plimsoll.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Deploys that are killed at any moment, and the resumptions that bring them to their end. */
@Tag("cluster")
final class DeployKillsTest {

  private static final int KILLS = 25;

  /** A whole deploy takes less. */
  private static final int LONGEST_MILLIS = 3_000;

  private static final Random RANDOM = new Random(20_261_126);

  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(ints = {3, 4})
  void reachesTheEndItWouldHaveHad(int helm) throws IOException, InterruptedException {
    DeployBench bench = DeployBench.in(folder, helm);
    bench.install();
    int killed = 0;
    int inTheMiddle = 0;
    int replicas = 2;
    for (int i = 0; i < (KILLS + 1) / 2; i++) {
      boolean fails = i % 4 == 3;
      int wanted = i % 3 + 1;
      String plan = "plan-" + i;
      String behaviour = fails ? "crash" : "ready";
      bench.plan(plan, "--set", "behaviour=" + behaviour, "--set", "replicas=" + wanted);
      Process process = start(bench, plan);
      boolean ended = process.waitFor(300 + RANDOM.nextInt(LONGEST_MILLIS), TimeUnit.MILLISECONDS);
      assertThat(ended ? process.exitValue() : fails ? 5 : 0).as(plan).isEqualTo(fails ? 5 : 0);
      // SIGKILL for us; helm, if it is at work, goes on alone.
      process.destroyForcibly().waitFor();
      killed += ended ? 0 : 1;
      boolean wasAtWork =
          bench.file(plan + "/runs/run-0001/journal.jsonl").toFile().exists()
              && bench.read(plan + "/runs/run-0001/journal.jsonl").contains("\"APPLY\"");
      inTheMiddle += !ended && wasAtWork ? 1 : 0;

      CliRun resumed = bench.run(List.of("resume", plan, "--take-over"));

      // A first state that is the one before needs no new revision, and is no failure.
      assertThat(resumed.code()).as("%s: %s", plan, resumed.out()).isEqualTo(fails ? 5 : 0);
      replicas = fails ? replicas : wanted;
      assertThat(bench.behaviour()).as(plan).isEqualTo("ready");
      assertThat(bench.replicas()).as(plan).isEqualTo(replicas);
      assertThat(bench.history()).as(plan).matches("(\\d+ (superseded|failed), )*\\d+ deployed");
      assertThat(bench.run(List.of("resume", plan)).out()).contains("That deploy is over");
    }
    assertThat(killed).as("killed before the end").isGreaterThan(5);
    assertThat(inTheMiddle).as("killed while something was changed").isPositive();
  }

  private static String classPath() {
    return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator, -1))
        .filter(entry -> !entry.isEmpty())
        .map(entry -> Path.of(entry).toAbsolutePath().toString())
        .collect(Collectors.joining(File.pathSeparator));
  }

  /** A process of its own, as only that can be killed. */
  private static Process start(DeployBench bench, String plan) throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                classPath(),
                "dev.plimsoll.cli.Main",
                "deploy",
                plan,
                "--helm",
                DeployBench.PLANE.helm(bench.helm()).toString())
            .directory(bench.workspace().toFile())
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectError(ProcessBuilder.Redirect.DISCARD);
    builder.environment().putAll(bench.environment());
    return builder.start();
  }
}
