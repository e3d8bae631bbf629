package dev.plimsoll.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What keeps a deploy from changing anything, with both helms. */
@Tag("cluster")
final class DeployRefusalsTest {

  @TempDir private Path folder;

  @Test
  void asksBeforehandWhetherAQuotaHasRoom() {
    DeployBench bench = DeployBench.in(folder, 4);
    bench.install();
    bench.project("deploy: {gates: {quota: {environments: [dev]}}}\n");
    String quotas = "/api/v1/namespaces/" + bench.namespace() + "/resourcequotas";
    DeployBench.PLANE.api(
        "POST",
        quotas,
        "{apiVersion: v1, kind: ResourceQuota, metadata: {name: few},"
            + " spec: {hard: {pods: 3, requests.cpu: 300m, count/configmaps: 9}}}");
    bench.await(quotas + "/few", "\"pods\": ?\"2\"");

    bench.plan("more", "--set", "replicas=4");
    CliRun more = bench.deploy("more");
    bench.plan("three", "--set", "replicas=3");
    CliRun three = bench.deploy("three");

    assertThat(more.out())
        .contains(
            "The quota few allows 3 of pods; 2 is used, and with this release it would be 4.");
    assertThat(more.code()).isEqualTo(4);
    assertThat(three.code()).as(three.out()).isZero();
  }

  @ParameterizedTest
  @ValueSource(ints = {3, 4})
  void sayNoToWhatIsNotAsPlanned(int helm) throws IOException {
    DeployBench bench = DeployBench.in(folder, helm);
    bench.install();

    bench.plan("tampered", "--set", "replicas=3");
    Files.writeString(bench.file("tampered/rendered.yaml"), "\n", StandardOpenOption.APPEND);
    CliRun tampered = bench.deploy("tampered");
    assertThat(tampered.err()).contains("`rendered.yaml` is not what it was");
    assertThat(tampered.code()).isEqualTo(4);
    ScenarioTable.holds(Scenario.TAMPERED, bench, "tampered", tampered.code());

    bench.plan("plan", "--set", "replicas=3");
    CliRun other = bench.withHelm(7 - helm).deploy("plan");
    assertThat(other.out()).contains("The plan was made with helm v" + helm);
    assertThat(other.code()).isEqualTo(4);
    ScenarioTable.holds(Scenario.OTHER_HELM, bench, "plan", other.code());

    CliRun hash = bench.deploy("plan", "--hash", "00");
    assertThat(hash.code()).isEqualTo(4);

    assertThat(bench.history()).isEqualTo("1 deployed");
  }

  @ParameterizedTest
  @ValueSource(ints = {3, 4})
  void saysNoToAReleaseThatHasChanged(int helm) {
    DeployBench bench = DeployBench.in(folder, helm);
    bench.install();
    bench.plan("old", "--set", "replicas=3");
    bench.plan("new", "--set", "replicas=1");
    assertThat(bench.deploy("new").code()).isZero();

    CliRun old = bench.deploy("old");

    assertThat(old.out())
        .contains(
            "The release was revision 1 (deployed) when the plan was made, and is revision 2");
    assertThat(old.code()).isEqualTo(4);
    assertThat(bench.history()).isEqualTo("1 superseded, 2 deployed");
    ScenarioTable.holds(Scenario.CHANGED_RELEASE, bench, "old", old.code());
  }

  @ParameterizedTest
  @ValueSource(ints = {3, 4})
  void saysNoToAnObjectThatSomebodyHasEditedSince(int helm) {
    DeployBench bench = DeployBench.in(folder, helm);
    bench.install();
    bench.plan("plan", "--set", "replicas=3");
    applyByHand(bench, "replicas: 1");

    CliRun deploy = bench.deploy("plan");

    assertThat(deploy.out()).contains("Deployment web is not as it was on the cluster");
    assertThat(deploy.code()).isEqualTo(4);
    assertThat(bench.history()).isEqualTo("1 deployed");
    ScenarioTable.holds(Scenario.EDITED_OBJECT, bench, "plan", deploy.code());
  }

  @ParameterizedTest
  @ValueSource(ints = {3, 4})
  void saysWhoseFieldHelmWouldTake(int helm) {
    DeployBench bench = DeployBench.in(folder, helm);
    bench.install();
    bench.project("deploy: {gates: {field-conflicts: {environments: [dev]}}}\n");
    applyByHand(bench, "replicas: 1");
    bench.plan("plan", "--set", "replicas=3");

    CliRun deploy = bench.deploy("plan");

    // Helm 3 applies on its own side, and simply takes it.
    assertThat(deploy.code()).isEqualTo(helm == 3 ? 0 : 4);
    if (helm == 4) {
      assertThat(deploy.out())
          .contains("Deployment web: Apply failed with 1 conflict", "\"hand\"", ".spec.replicas");
    }
    ScenarioTable.holds(Scenario.FIELD_CONFLICT, bench, "plan", deploy.code());
  }

  private static void applyByHand(DeployBench bench, String spec) {
    DeployBench.PLANE.api(
        "PATCH",
        "/apis/apps/v1/namespaces/"
            + bench.namespace()
            + "/deployments/web?fieldManager=hand&force=true",
        "{apiVersion: apps/v1, kind: Deployment, metadata: {name: web}, spec: {" + spec + "}}");
  }

  @ParameterizedTest
  @ValueSource(ints = {3, 4})
  void saysNoToObjectsOfOthers(int helm) {
    DeployBench bench = DeployBench.in(folder, helm);
    bench.install();
    DeployBench.PLANE.api(
        "POST",
        "/api/v1/namespaces/" + bench.namespace() + "/configmaps",
        "{apiVersion: v1, kind: ConfigMap, metadata: {name: settings}}");
    bench.template("settings", "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: settings}\n");

    bench.plan("plan");
    CliRun deploy = bench.deploy("plan");

    assertThat(deploy.out())
        .contains("ConfigMap settings is there already and belongs to no release.");
    assertThat(deploy.code()).isEqualTo(4);
    assertThat(bench.history()).isEqualTo("1 deployed");
    ScenarioTable.holds(Scenario.OWNERSHIP, bench, "plan", deploy.code());
  }

  @ParameterizedTest
  @ValueSource(ints = {3, 4})
  void saysNoToAReleaseThatIsTooLarge(int helm) {
    DeployBench bench = DeployBench.in(folder, helm);
    StringBuilder noise = new StringBuilder();
    Random random = new Random(1);
    for (int i = 0; i < 200_000; i++) {
      noise.append(Integer.toHexString(random.nextInt()));
    }
    bench.write("web/noise.txt", noise.toString());

    bench.plan("plan");
    CliRun deploy = bench.deploy("plan");

    assertThat(deploy.out()).contains("which the API server does not take.");
    assertThat(deploy.code()).isEqualTo(4);
    assertThat(bench.isInstalled()).isFalse();
    ScenarioTable.holds(Scenario.OVERSIZE, bench, "plan", deploy.code());
  }

  @ParameterizedTest
  @ValueSource(ints = {3, 4})
  void oneOfTwoDeployersWins(int helm) {
    DeployBench bench = DeployBench.in(folder, helm);
    bench.install();
    bench.plan("first", "--set", "replicas=3");
    bench.plan("second", "--set", "replicas=4");

    CompletableFuture<CliRun> first = bench.begin("first");
    CompletableFuture<CliRun> second = bench.begin("second");

    assertThat(List.of(first.join().code(), second.join().code())).containsExactlyInAnyOrder(0, 4);
    assertThat(bench.history()).isEqualTo("1 superseded, 2 deployed");
    String winner = first.join().code() == 0 ? "first" : "second";
    ScenarioTable.holds(Scenario.TWO_DEPLOYERS, helm, "0 and 4", bench.end(), bench.time(winner));
  }

  @ParameterizedTest
  @ValueSource(ints = {3, 4})
  void saysNoInAFreeze(int helm) {
    DeployBench bench = DeployBench.in(folder, helm);
    bench.project(
        "deploy: {freeze: [{from: \"2020-01-01\", until: \"2099-12-31\", reason: End of the"
            + " year}]}\n");

    bench.plan("plan");
    CliRun deploy = bench.deploy("plan");

    assertThat(deploy.out()).contains("Nothing is deployed now: End of the year.");
    assertThat(deploy.code()).isEqualTo(4);
    assertThat(bench.isInstalled()).isFalse();
    ScenarioTable.holds(Scenario.FREEZE, bench, "plan", deploy.code());
  }
}
