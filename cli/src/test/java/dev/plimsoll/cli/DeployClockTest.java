package dev.plimsoll.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Deploys from a machine whose clock is wrong, or jumps: the process really reads another time, by
 * libfaketime of Debian's package faketime. What counts is the clock of the API server.
 */
@Tag("cluster")
final class DeployClockTest {

  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(ints = {3, 4})
  void freezesFollowTheServer(int helm) throws IOException, InterruptedException {
    DeployBench bench = DeployBench.in(folder, helm);
    LocalDate today = LocalDate.now(ZoneOffset.UTC);
    bench.project(freeze(today.minusDays(1), today.plusDays(1)));
    bench.plan("frozen");
    bench.project(freeze(today.plusDays(9), today.plusDays(11)));
    bench.plan("free");

    // By its own clock, the machine is behind the first window, and inside the second one.
    Run frozen = deploy(bench, "frozen", "+10d");
    assertThat(bench.isInstalled()).isFalse();
    ScenarioTable.holds(Scenario.CLOCK_AHEAD, bench, "frozen", frozen.code());
    Run free = deploy(bench, "free", "+10d");

    assertThat(frozen.out()).contains("Nothing is deployed now: Stocktaking.");
    assertThat(frozen.code()).isEqualTo(4);
    assertThat(free.code()).as(free.out()).isZero();
    assertThat(bench.history()).isEqualTo("1 deployed");
  }

  @ParameterizedTest
  @ValueSource(ints = {3, 4})
  void approvalsExpireByTheServer(int helm) throws IOException, InterruptedException {
    DeployBench bench = DeployBench.in(folder, helm);
    keygen();
    bench.project(
        "deploy: {approvals: {required: 1, expires: 24h, approvers: [{name: ben, key: \"%s\"}]}}\n"
            .formatted(Files.readString(folder.resolve("ben.pub")).strip()));
    bench.plan("plan");
    approve(bench, "-30h");

    // The machine would find it fresh.
    Run expired = deploy(bench, "plan", "-30h");
    ScenarioTable.holds(Scenario.CLOCK_APPROVAL, bench, "plan", expired.code());
    approve(bench, "+30h");
    Run early = deploy(bench, "plan", "+30h");
    approve(bench, "+0");
    // The machine would find it expired.
    Run fresh = deploy(bench, "plan", "+30h");

    assertThat(expired.out()).contains("that of ben does not count: it has expired");
    assertThat(expired.code()).isEqualTo(4);
    assertThat(early.out()).contains("that of ben does not count: its time is still to come");
    assertThat(early.code()).isEqualTo(4);
    assertThat(fresh.code()).as(fresh.out()).isZero();
    assertThat(bench.history()).isEqualTo("1 deployed");
  }

  @ParameterizedTest
  @ValueSource(ints = {3, 4})
  void aClockThatJumpsEndsNoWait(int helm) throws IOException, InterruptedException {
    DeployBench bench = DeployBench.in(folder, helm);
    bench.install();
    bench.project("deploy: {gates: {wait-timeout: {timeout: 10s}, pod-health: {soak: 4s}}}\n");
    bench.plan("healthy", "--set", "replicas=3");

    Instant before = Instant.now();
    long start = System.nanoTime();
    Run healthy = deployWithJumps(bench, "healthy");
    Duration took = Duration.ofNanos(System.nanoTime() - start);

    assertThat(healthy.code()).as(healthy.out()).isZero();
    assertThat(took).isGreaterThan(Duration.ofSeconds(4));
    assertThat(bench.times("healthy"))
        .isSorted()
        .allMatch(time -> time.isAfter(before.minusSeconds(5)))
        .allMatch(time -> time.isBefore(Instant.now().plusSeconds(5)));
    assertThat(bench.history()).isEqualTo("1 superseded, 2 deployed");
    ScenarioTable.holds(Scenario.CLOCK_JUMP, bench, "healthy", healthy.code());

    bench.plan("hang", "--set", "behaviour=hang");
    start = System.nanoTime();
    Run hang = deployWithJumps(bench, "hang");
    took = Duration.ofNanos(System.nanoTime() - start);

    assertThat(hang.out()).contains("Not ready after 10 s: Deployment web (");
    assertThat(hang.code()).isEqualTo(5);
    assertThat(took).isBetween(Duration.ofSeconds(10), Duration.ofSeconds(60));
    assertThat(bench.behaviour()).isEqualTo("ready");
    assertThat(bench.history()).isEqualTo("1 superseded, 2 superseded, 3 failed, 4 deployed");
    ScenarioTable.holds(Scenario.CLOCK_JUMP_HANG, bench, "hang", hang.code());
  }

  /** Deploys, and while it is watched the clock goes two days forward, and then four back. */
  private Run deployWithJumps(DeployBench bench, String plan)
      throws IOException, InterruptedException {
    Path clock = folder.resolve("clock");
    Files.writeString(clock, "+0\n");
    Process process =
        start(
            bench,
            List.of("deploy", plan),
            Map.of("FAKETIME_TIMESTAMP_FILE", clock.toString(), "FAKETIME_NO_CACHE", "1"));
    bench.awaitStep(plan, "APPLIED");
    for (String jump : List.of("+2d\n", "-2d\n")) {
      Files.writeString(clock, jump);
      Thread.sleep(Duration.ofSeconds(1));
    }
    return end(process);
  }

  private Run deploy(DeployBench bench, String plan, String clock)
      throws IOException, InterruptedException {
    return end(start(bench, List.of("deploy", plan), Map.of("FAKETIME", clock)));
  }

  private void approve(DeployBench bench, String clock) throws IOException, InterruptedException {
    Run run =
        end(
            start(
                bench,
                List.of("approve", "plan", "--as", "ben", "--key", "ben"),
                Map.of("FAKETIME", clock)));
    assertThat(run.code()).as(run.out()).isZero();
  }

  private Process start(DeployBench bench, List<String> command, Map<String, String> clock)
      throws IOException {
    ProcessBuilder builder = bench.process(command);
    builder.environment().putAll(clock);
    builder.environment().put("LD_PRELOAD", library());
    // Sleeps and intervals are those of the real world, as for any process whose clock is set.
    builder.environment().put("DONT_FAKE_MONOTONIC", "1");
    // Otherwise what waits by that clock does not wait at all.
    builder.environment().put("FAKETIME_FORCE_MONOTONIC_FIX", "0");
    return builder.redirectErrorStream(true).redirectOutput(folder.resolve("out").toFile()).start();
  }

  private Run end(Process process) throws IOException, InterruptedException {
    int code = process.waitFor();
    return new Run(code, Files.readString(folder.resolve("out")));
  }

  private static String library() throws IOException {
    try (Stream<Path> found =
        Files.find(Path.of("/usr/lib"), 4, (path, _) -> path.endsWith("libfaketime.so.1"))) {
      return found.findFirst().orElseThrow(() -> new AssertionError("no faketime")).toString();
    }
  }

  private static String freeze(LocalDate from, LocalDate until) {
    return "deploy: {freeze: [{from: \"%s\", until: \"%s\", reason: Stocktaking}]}\n"
        .formatted(from, until);
  }

  private void keygen() throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder("ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", "ben")
            .directory(folder.toFile())
            .inheritIO()
            .start();
    assertThat(process.waitFor()).isZero();
  }

  /** How a process ended, and what it printed. */
  private record Run(int code, String out) {}
}
