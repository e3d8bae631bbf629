package dev.plimsoll.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a person does by hand when a deploy, or somebody, has left a release in a bad state. */
@Tag("cluster")
final class DeployRecoveryTest {

  private static final Pattern DEPLOY = Pattern.compile("\"deploy\":\"([0-9a-f]{8})\"");

  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(ints = {3, 4})
  void restoreBringsBackWhatSomebodyHasTakenAway(int helm) {
    DeployBench bench = deployedTwice(helm);
    DeployBench.PLANE.helm("uninstall", "web", "-n", bench.namespace());
    assertThat(bench.isInstalled()).isFalse();

    long start = System.nanoTime();
    CliRun restore = bench.run(List.of("restore", "plan"));
    String took = ScenarioTable.time(Duration.ofNanos(System.nanoTime() - start));

    // The backup is of the time before the deploy.
    assertThat(restore.out())
        .contains("Brought 1 of 1 revisions back", "Revision 1 is back and healthy.");
    assertThat(restore.code()).isZero();
    assertThat(bench.history()).isEqualTo("1 superseded, 2 deployed");
    assertThat(bench.replicas()).isEqualTo(2);
    ScenarioTable.holds(Scenario.RESTORED, helm, "0", bench.end(), took);
  }

  @ParameterizedTest
  @ValueSource(ints = {3, 4})
  void resumeGivesBackTheLockOfADeployThatWasKilledAtItsEnd(int helm) {
    DeployBench bench = deployedTwice(helm);
    Matcher start = DEPLOY.matcher(bench.journal("plan"));
    assertThat(start.find()).isTrue();
    lock(bench, "ana@ci " + start.group(1));
    bench.plan("next", "--set", "replicas=1");
    assertThat(bench.deploy("next").out()).contains("The release is locked by ana@ci");

    assertThat(bench.run(List.of("resume", "plan")).out()).contains("That deploy is over");

    assertThat(bench.deploy("next").code()).isZero();
    assertThat(bench.replicas()).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(ints = {3, 4})
  void resumeOfADeployThatIsOverLeavesTheLockOfAnother(int helm) {
    DeployBench bench = deployedTwice(helm);
    lock(bench, "bob@laptop 0123abcd");

    assertThat(bench.run(List.of("resume", "plan")).out()).contains("That deploy is over");

    bench.plan("next", "--set", "replicas=1");
    assertThat(bench.deploy("next").out())
        .contains("The release is locked by bob@laptop 0123abcd since");
  }

  /** Takes the lock of the release for somebody. */
  private static void lock(DeployBench bench, String holder) {
    String leases = "/apis/coordination.k8s.io/v1/namespaces/" + bench.namespace() + "/leases";
    String now = Instant.now().truncatedTo(ChronoUnit.SECONDS).plusNanos(1_000).toString();
    DeployBench.PLANE.api(
        "POST",
        leases,
        """
        {"apiVersion": "coordination.k8s.io/v1", "kind": "Lease",
         "metadata": {"name": "plimsoll-web"},
         "spec": {"holderIdentity": "%s", "leaseDurationSeconds": 60, "acquireTime": "%s",
          "renewTime": "%s"}}
        """
            .formatted(holder, now, now));
  }

  @ParameterizedTest
  @ValueSource(ints = {3, 4})
  void restoreTakesNoBackupThatIsAnother(int helm) {
    DeployBench bench = deployedTwice(helm);
    String backup = "plan/runs/run-0001/backup.json";
    bench.write(backup, bench.read(backup).replaceFirst("web", "wab"));

    CliRun restore = bench.run(List.of("restore", "plan"));

    assertThat(restore.out())
        .contains("The backup cannot be used: it is not what it was when it was made.");
    assertThat(restore.code()).isEqualTo(4);
    assertThat(bench.history()).isEqualTo("1 superseded, 2 deployed");
  }

  @ParameterizedTest
  @ValueSource(ints = {3, 4})
  void rollbackGoesToTheRevisionBefore(int helm) {
    DeployBench bench = deployedTwice(helm);

    CliRun back = bench.run(List.of("rollback", "plan"));

    assertThat(back.out()).contains("Going back to revision 1", "Revision 1 is back and healthy.");
    assertThat(back.code()).isZero();
    assertThat(bench.replicas()).isEqualTo(2);

    CliRun named = bench.run(List.of("rollback", "plan", "--revision", "2"));

    assertThat(named.out()).contains("Revision 2 is back and healthy.");
    assertThat(named.code()).isZero();
    assertThat(bench.replicas()).isEqualTo(3);
  }

  @ParameterizedTest
  @ValueSource(ints = {3, 4})
  void rollbackSaysThatARevisionIsGone(int helm) {
    DeployBench bench = deployedTwice(helm);

    CliRun back = bench.run(List.of("rollback", "plan", "--revision", "7"));

    assertThat(back.out()).contains("Revision 7 is gone.");
    assertThat(back.code()).isEqualTo(4);
    assertThat(bench.history()).isEqualTo("1 superseded, 2 deployed");
  }

  @ParameterizedTest
  @ValueSource(ints = {3, 4})
  void rollbackFreesAReleaseThatAHelmDiedAt(int helm) throws IOException, InterruptedException {
    DeployBench bench = deployedTwice(helm);
    bench.killHelm();
    assertThat(bench.history()).endsWith("3 pending-upgrade");
    bench.plan("next", "--set", "replicas=1");

    CliRun deploy = bench.deploy("next");
    String left = bench.end();
    long start = System.nanoTime();
    CliRun back = bench.run(List.of("rollback", "next"));
    String took = ScenarioTable.time(Duration.ofNanos(System.nanoTime() - start));

    assertThat(deploy.out())
        .contains("Revision 3 is pending-upgrade: helm is at work on it, or died at it.");
    assertThat(deploy.code()).isEqualTo(4);
    assertThat(back.code()).as(back.out()).isZero();
    assertThat(bench.replicas()).isEqualTo(3);
    assertThat(bench.history()).isEqualTo("1 superseded, 2 superseded, 3 failed, 4 deployed");
    ScenarioTable.holds(Scenario.PENDING, helm, "4", left, bench.time("next"));
    ScenarioTable.holds(Scenario.PENDING_BACK, helm, "0", bench.end(), took);
  }

  /** Two replicas at first, then three. */
  private DeployBench deployedTwice(int helm) {
    DeployBench bench = DeployBench.in(folder, helm);
    bench.install();
    bench.plan("plan", "--set", "replicas=3");
    assertThat(bench.deploy("plan").code()).isZero();
    return bench;
  }
}
