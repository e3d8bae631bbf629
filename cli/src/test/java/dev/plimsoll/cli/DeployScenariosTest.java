package dev.plimsoll.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What becomes of deploys on a real control plane, with both helms. */
@Tag("cluster")
final class DeployScenariosTest {

  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(ints = {3, 4})
  void deploysWhatIsHealthy(int helm) {
    DeployBench bench = DeployBench.in(folder, helm);

    CliRun plan = bench.plan("plan");
    CliRun deploy = bench.deploy("plan");

    assertThat(plan.out()).contains("first installation of web-1.0.0", "+ Deployment web");
    assertThat(deploy.out())
        .contains("gates allow it", "web in dev on local is deployed and healthy: revision 1.");
    assertThat(deploy.code()).isZero();
    assertThat(bench.history()).isEqualTo("1 deployed");
    ScenarioTable.holds(Scenario.FIRST_INSTALLATION, bench, "plan", deploy.code());
  }

  @ParameterizedTest
  @ValueSource(ints = {3, 4})
  void goesBackFromACrashLoop(int helm) {
    DeployBench bench = DeployBench.in(folder, helm);
    bench.install();

    bench.plan("plan", "--set", "behaviour=crash");
    long start = System.nanoTime();
    CliRun deploy = bench.deploy("plan");

    assertThat(deploy.out())
        .contains(
            "is in CrashLoopBackOff, last with exit code 1, 3 restarts",
            "| simulated log of a crash container",
            "Revision 1 is back and healthy.");
    assertThat(deploy.code()).isEqualTo(5);
    assertThat(bench.behaviour()).isEqualTo("ready");
    assertThat(bench.history()).isEqualTo("1 superseded, 2 failed, 3 deployed");
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(30));
    ScenarioTable.holds(Scenario.CRASH_LOOP, bench, "plan", deploy.code());
  }

  @ParameterizedTest
  @ValueSource(ints = {3, 4})
  void takesAFirstInstallationAway(int helm) {
    DeployBench bench = DeployBench.in(folder, helm);

    bench.plan("plan", "--set", "behaviour=image-pull");
    CliRun deploy = bench.deploy("plan");

    assertThat(deploy.out()).contains("is in ImagePullBackOff", "is taken away again.");
    assertThat(deploy.code()).isEqualTo(5);
    assertThat(bench.isInstalled()).isFalse();
    ScenarioTable.holds(Scenario.IMAGE_PULL, bench, "plan", deploy.code());
  }

  @ParameterizedTest
  @ValueSource(ints = {3, 4})
  void givesUpOnWhatHangs(int helm) {
    DeployBench bench = DeployBench.in(folder, helm);
    bench.install();
    bench.project("deploy: {gates: {wait-timeout: {timeout: 10s}}}\n");

    bench.plan("plan", "--set", "behaviour=hang");
    CliRun deploy = bench.deploy("plan");

    assertThat(deploy.out())
        .contains("Not ready after 10 s: Deployment web (", "Revision 1 is back");
    assertThat(deploy.code()).isEqualTo(5);
    assertThat(bench.behaviour()).isEqualTo("ready");
    ScenarioTable.holds(Scenario.HANG, bench, "plan", deploy.code());
  }

  @ParameterizedTest
  @ValueSource(ints = {3, 4})
  void doesNotBelieveInPodsThatBecomeReadyAgainAndAgain(int helm) {
    DeployBench bench = DeployBench.in(folder, helm);
    bench.install();

    bench.plan("plan", "--set", "behaviour=flap", "--set", "replicas=1");
    CliRun deploy = bench.deploy("plan");

    assertThat(deploy.out())
        .contains(
            "The rollout is not stable: pods become ready and do not stay so.",
            "Revision 1 is back and healthy.");
    assertThat(deploy.code()).isEqualTo(5);
    assertThat(bench.behaviour()).isEqualTo("ready");
    assertThat(bench.history()).isEqualTo("1 superseded, 2 failed, 3 deployed");
    ScenarioTable.holds(Scenario.FLAPPING, bench, "plan", deploy.code());
  }

  @ParameterizedTest
  @ValueSource(ints = {3, 4})
  void saysWhatAQuotaRefuses(int helm) {
    DeployBench bench = DeployBench.in(folder, helm);
    bench.install();
    DeployBench.PLANE.api(
        "POST",
        "/api/v1/namespaces/" + bench.namespace() + "/resourcequotas",
        "{apiVersion: v1, kind: ResourceQuota, metadata: {name: few}, spec: {hard: {pods: 3}}}");

    bench.plan("plan", "--set", "replicas=5");
    CliRun deploy = bench.deploy("plan");

    assertThat(deploy.out()).contains("exceeded quota: few", "Revision 1 is back and healthy.");
    assertThat(deploy.code()).isEqualTo(5);
    ScenarioTable.holds(Scenario.QUOTA, bench, "plan", deploy.code());
  }

  @ParameterizedTest
  @ValueSource(ints = {3, 4})
  void saysWhichHookFailed(int helm) {
    DeployBench bench = DeployBench.in(folder, helm);
    bench.install();
    bench.template(
        "migration",
        """
        apiVersion: batch/v1
        kind: Job
        metadata:
          name: migration
          annotations: {helm.sh/hook: pre-upgrade}
        spec:
          backoffLimit: 0
          template:
            metadata:
              annotations: {sim/behaviour: image-pull}
            spec:
              restartPolicy: Never
              containers: [{name: migrate, image: "registry.example.com/migrate:1"}]
        """);

    bench.plan("plan");
    CliRun deploy = bench.deploy("plan");

    assertThat(deploy.out()).contains("The hook Job migration failed.", "Revision 1 is back");
    assertThat(deploy.code()).isEqualTo(5);
    assertThat(bench.behaviour()).isEqualTo("ready");
    ScenarioTable.holds(Scenario.HOOK, bench, "plan", deploy.code());
  }

  @ParameterizedTest
  @ValueSource(ints = {3, 4})
  void showsNoSecret(int helm) {
    DeployBench bench = DeployBench.in(folder, helm);
    bench.template(
        "secret",
        """
        apiVersion: v1
        kind: Secret
        metadata: {name: web}
        stringData: {password: {{ .Values.password }}}
        """);
    bench.write("web/values.yaml", bench.read("web/values.yaml") + "password: first-hunter2\n");
    ProcessWatch watch = ProcessWatch.begin();
    CliRun plan = bench.plan("one");
    CliRun deploy = bench.deploy("one", "--explain");
    bench.write("web/values.yaml", bench.read("web/values.yaml").replace("first", "second"));
    CliRun change = bench.plan("two", "--set", "behaviour=crash");
    CliRun back = bench.deploy("two", "--explain");
    watch.close();

    assertThat(deploy.code()).isZero();
    assertThat(back.code()).isEqualTo(5);
    assertThat(bench.history()).isEqualTo("1 superseded, 2 failed, 3 deployed");
    assertThat(watch.seen())
        .anyMatch(seen -> seen.contains("upgrade web " + folder))
        .anyMatch(seen -> seen.contains("rollback web"))
        .allMatch(seen -> !seen.contains("hunter2"));
    assertThat(change.out()).contains("~ Secret web", "data.password: ******** -> ********");
    for (String text :
        List.of(
            plan.out(),
            deploy.out(),
            change.out(),
            back.out(),
            back.err(),
            bench.read("one/plan.json"),
            bench.read("two/plan.json"),
            bench.read("two/diagnostics.json"),
            bench.read("one/runs/run-0001/journal.jsonl"),
            bench.read("two/runs/run-0001/journal.jsonl"),
            decoded(bench.read("one/runs/run-0001/record.dsse.json")),
            decoded(bench.read("two/runs/run-0001/record.dsse.json")))) {
      assertThat(text).doesNotContain("hunter2", "aHVudGVyMg", "LWh1bnRlcjI");
    }
  }

  /** A record with its payload as the text that it is. */
  private static String decoded(String record) {
    String payload = record.replaceAll("(?s).*\"payload\"\\s*:\\s*\"([^\"]*)\".*", "$1");
    String text = new String(Base64.getDecoder().decode(payload), StandardCharsets.UTF_8);
    assertThat(text).contains("rendered-as-planned");
    return record + text;
  }
}
