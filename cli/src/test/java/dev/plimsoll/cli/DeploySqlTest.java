package dev.plimsoll.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Releases that helm keeps in PostgreSQL ({@code HELM_DRIVER=sql}). */
@Tag("cluster")
final class DeploySqlTest {

  private static PostgresBench postgres;

  @TempDir private Path folder;

  @BeforeAll
  static void start() throws IOException, InterruptedException {
    postgres = PostgresBench.start();
  }

  @AfterAll
  static void stop() throws IOException {
    postgres.close();
  }

  @ParameterizedTest
  @ValueSource(ints = {3, 4})
  void goesBackToTheRevisionInTheDatabase(int helm) throws IOException, InterruptedException {
    DeployBench bench = bench(helm);
    bench.install();
    bench.plan("plan", "--set", "behaviour=crash");
    CliRun deploy = bench.deploy("plan");

    assertThat(deploy.out())
        .contains("Kept 1 revision in backup.json", "Revision 1 is back and healthy.");
    assertThat(deploy.code()).isEqualTo(5);
    assertThat(bench.behaviour()).isEqualTo("ready");
    assertThat(bench.history()).isEqualTo("1 superseded, 2 failed, 3 deployed");
    assertThat(rows(bench, "status")).isEqualTo("superseded\nfailed\ndeployed");
    // Nothing of it is in the cluster.
    assertThat(
            DeployBench.PLANE.api(
                "GET", "/api/v1/namespaces/" + bench.namespace() + "/secrets", ""))
        .doesNotContain("sh.helm.release");
    assertThat(deploy.out() + deploy.err() + bench.read("plan/runs/run-0001/journal.jsonl"))
        .doesNotContain(PostgresBench.PASSWORD);
    ScenarioTable.holds(Scenario.SQL_CRASH, bench, "plan", deploy.code());
  }

  @ParameterizedTest
  @ValueSource(ints = {3, 4})
  void freesAReleaseThatAHelmDiedAt(int helm) throws IOException, InterruptedException {
    DeployBench bench = bench(helm);
    bench.install();
    bench.killHelm();
    assertThat(bench.history()).isEqualTo("1 deployed, 2 pending-upgrade");
    bench.plan("next", "--set", "replicas=3");

    CliRun deploy = bench.deploy("next");
    CliRun back = bench.run(List.of("rollback", "next"));

    assertThat(deploy.out()).contains("Revision 2 is pending-upgrade: helm is at work on it");
    assertThat(deploy.code()).isEqualTo(4);
    assertThat(back.code()).as(back.out()).isZero();
    assertThat(bench.history()).isEqualTo("1 superseded, 2 failed, 3 deployed");
    assertThat(bench.behaviour()).isEqualTo("ready");
    assertThat(rows(bench, "status")).isEqualTo("superseded\nfailed\ndeployed");
  }

  @ParameterizedTest
  @ValueSource(ints = {3, 4})
  void restoresWhatWasDeletedFromTheDatabase(int helm) throws IOException, InterruptedException {
    DeployBench bench = bench(helm);
    bench.install();
    String chart = bench.file("web").toString();
    bench.helmHere("upgrade", "web", chart, "-n", bench.namespace(), "--labels", "team=shop");
    bench.plan("plan", "--set", "replicas=3");
    assertThat(bench.deploy("plan").code()).isZero();
    String before = rows(bench, "key, body");
    String labels =
        "SELECT releasekey, key || '=' || value FROM custom_labels_v1"
            + " WHERE releasekey LIKE '%.v2' AND key = 'team'";
    bench.helmHere("uninstall", "web", "-n", bench.namespace());
    assertThat(bench.isInstalled()).isFalse();

    long start = System.nanoTime();
    CliRun restore = bench.run(List.of("restore", "plan"));
    String took = ScenarioTable.time(Duration.ofNanos(System.nanoTime() - start));

    assertThat(restore.out())
        .contains("Brought 2 of 2 revisions back", "Revision 2 is back and healthy.");
    assertThat(restore.code()).isZero();
    assertThat(bench.history()).isEqualTo("1 superseded, 2 superseded, 3 deployed");
    assertThat(postgres.psql(bench.namespace(), labels))
        .isEqualTo("sh.helm.release.v1.web.v2|team=shop");
    assertThat(before).contains("sh.helm.release.v1.web.v1|");
    assertThat(bench.replicas()).isEqualTo(2);
    ScenarioTable.holds(Scenario.SQL_RESTORED, helm, "0", bench.end(), took);
  }

  @ParameterizedTest
  @ValueSource(ints = {3, 4})
  void saysThatTheDatabaseIsAway(int helm) throws IOException, InterruptedException {
    DeployBench bench = bench(helm);
    bench.plan("plan");
    PostgresBench own = PostgresBench.start();
    DeployBench away = bench.with(own.database(bench.namespace()));
    own.close();

    CliRun plan = away.plan("other");
    CliRun deploy = away.deploy("plan");

    assertThat(plan.err()).contains("The database in which Helm keeps releases cannot be used: ");
    assertThat(plan.code()).isEqualTo(2);
    assertThat(deploy.out()).contains("The database in which Helm keeps releases cannot be used: ");
    assertThat(deploy.code()).isEqualTo(4);
    for (CliRun run : List.of(plan, deploy)) {
      assertThat(run.out() + run.err()).doesNotContain(PostgresBench.PASSWORD);
    }
    assertThat(bench.isInstalled()).isFalse();
  }

  @Test
  void aBackupOfAnotherStorageIsNotRestored() throws IOException, InterruptedException {
    DeployBench secrets = DeployBench.in(folder, 4);
    secrets.install();
    secrets.plan("plan", "--set", "replicas=3");
    assertThat(secrets.deploy("plan").code()).isZero();
    DeployBench database = secrets.with(postgres.database(secrets.namespace()));

    CliRun restore = database.run(List.of("restore", "plan"));

    assertThat(restore.out())
        .contains("The backup cannot be used: it is of the storage SECRET, and not of SQL.");
    assertThat(restore.code()).isEqualTo(4);
  }

  private static String rows(DeployBench bench, String columns)
      throws IOException, InterruptedException {
    return postgres.psql(
        bench.namespace(), "SELECT " + columns + " FROM releases_v1 ORDER BY version");
  }

  private DeployBench bench(int helm) throws IOException, InterruptedException {
    DeployBench bench = DeployBench.in(folder, helm);
    return bench.with(postgres.database(bench.namespace()));
  }
}
