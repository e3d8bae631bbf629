package dev.plimsoll.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Deploys that are killed at any moment, and the resumptions that bring them to their end. */
@Tag("cluster")
final class DeployKillsTest {

  /** In each of three series with each helm. */
  private static final int KILLS = 5;

  private static final int LATEST_ENTRY = 7;
  private static final int LONGEST_MILLIS = 300;

  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource({"3, 1", "3, 2", "3, 3", "4, 1", "4, 2", "4, 3"})
  void reachesTheEndItWouldHaveHad(int helm, int series) throws IOException, InterruptedException {
    DeployBench bench = DeployBench.in(folder, helm);
    bench.install();
    Random random = new Random(10 * series + helm);
    int killed = 0;
    int inTheMiddle = 0;
    Duration resuming = Duration.ZERO;
    int replicas = 2;
    for (int i = 0; killed < KILLS; i++) {
      assertThat(i).as("attempts to kill one before its end").isLessThan(3 * KILLS);
      boolean fails = i % 2 == 1;
      int wanted = i % 3 + 1;
      String plan = "plan-" + i;
      String behaviour = fails ? "crash" : "ready";
      bench.plan(plan, "--set", "behaviour=" + behaviour, "--set", "replicas=" + wanted);
      Path said = folder.resolve(plan + ".txt");
      Process process =
          bench.process(List.of("deploy", plan)).redirectOutput(said.toFile()).start();
      // Neighbours are far apart, so that each series has early and late ones.
      awaitEntries(bench, plan, process, (3 * i + series + helm) % (LATEST_ENTRY + 1));
      boolean ended = process.waitFor(random.nextInt(LONGEST_MILLIS), TimeUnit.MILLISECONDS);
      assertThat(ended ? process.exitValue() : fails ? 5 : 0)
          .as("%s: %s", plan, Files.readString(said))
          .isEqualTo(fails ? 5 : 0);
      // SIGKILL for us; helm, if it is at work, goes on alone.
      process.destroyForcibly().waitFor();
      killed += ended ? 0 : 1;
      inTheMiddle += !ended && bench.journal(plan).contains("\"APPLY\"") ? 1 : 0;

      long start = System.nanoTime();
      CliRun resumed = bench.run(List.of("resume", plan, "--take-over"));
      resuming = ended ? resuming : resuming.plusNanos(System.nanoTime() - start);

      // A first state that is the one before needs no new revision, and is no failure.
      assertThat(resumed.code()).as("%s: %s", plan, resumed.out()).isEqualTo(fails ? 5 : 0);
      replicas = fails ? replicas : wanted;
      assertThat(bench.behaviour()).as(plan).isEqualTo("ready");
      assertThat(bench.replicas()).as(plan).isEqualTo(replicas);
      assertThat(bench.history()).as(plan).matches("(\\d+ (superseded|failed), )*\\d+ deployed");
      assertThat(bench.run(List.of("resume", plan)).out()).contains("That deploy is over");
    }
    assertThat(inTheMiddle).as("killed while something was changed").isPositive();
    ScenarioTable.holds(
        Scenario.KILLS,
        helm,
        "0 or 5",
        "15 of 15 came to the end that they would have had",
        ScenarioTable.time(resuming.dividedBy(killed)));
  }

  /** Waits until the journal has so many entries, or there is nothing to wait for. */
  private static void awaitEntries(DeployBench bench, String plan, Process process, int entries)
      throws InterruptedException {
    while (process.isAlive() && bench.journal(plan).lines().count() < entries) {
      Thread.sleep(10);
    }
  }
}
