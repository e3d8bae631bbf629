package dev.plimsoll.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The gates of an environment with the profile production. */
@Tag("cluster")
final class DeployGatesTest {

  /**
   * Those that need another place than a release and its evidence to say no have their own tests.
   */
  private static final List<String> GATES =
      List.of(
          "approvals",
          "chart-signature",
          "freeze",
          "image-scan",
          "live-unchanged",
          "ownership",
          "quota",
          "rendered-as-planned",
          "renders",
          "resource-limits",
          "secrets-encrypted",
          "served-apis",
          "server-accepts",
          "strict-lint",
          "tests-passed",
          "values-schema",
          "wait-timeout");

  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(ints = {3, 4})
  void whateverIsWrongIsSaidAtOnce(int helm) {
    DeployBench bench = DeployBench.in(folder, helm);
    bench.install();
    String core = "/api/v1/namespaces/" + bench.namespace();
    DeployBench.PLANE.api(
        "POST",
        core + "/resourcequotas",
        "{apiVersion: v1, kind: ResourceQuota, metadata: {name: few}, spec: {hard: {pods: 3}}}");
    bench.await(core + "/resourcequotas/few", "\"pods\": ?\"2\"");
    DeployBench.PLANE.api(
        "POST",
        core + "/configmaps",
        "{apiVersion: v1, kind: ConfigMap, metadata: {name: settings}}");
    bench.write("prod.yaml", "database: {password: hunter2-hunter2}\n");
    bench.template("settings", "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: settings}\n");
    bench.template("widget", "apiVersion: example.com/v1\nkind: Widget\nmetadata: {name: web}\n");
    bench.template(
        "deployment",
        bench
                .read("web/templates/deployment.yaml")
                .replace("{app: web}", "{app: shop, run: {{ randAlphaNum 8 | lower }}}")
                .replaceAll("(?m)^          resources:\n(            .*\n)*", "")
            + """
                      securityContext: {privileged: true}
                      readinessProbe: {initialDelaySeconds: 90, httpGet: {path: /, port: 80}}
            """);
    production(
        bench,
        """
        deploy:
          freeze: [{from: "2020-01-01", until: "2099-12-31"}]
          approvals: {required: 1, approvers: [{name: ben, key: ssh-ed25519 AAAA}]}
          gates: {wait-timeout: {timeout: 60s}}
        """);
    bench.write(
        "plimsoll.yaml",
        bench
            .read("plimsoll.yaml")
            .replace(bench.namespace() + "}", bench.namespace() + ", values: [prod.yaml]}"));
    bench.plan("plan", "--set", "replicas=9");
    DeployBench.PLANE.helm("rollback", "web", "1", "-n", bench.namespace());

    CliRun deploy = bench.deploy("plan");

    for (String gate : GATES) {
      assertThat(deploy.out()).containsPattern("(?m)^  no  " + gate + " +[^ ]");
    }
    assertThat(deploy.code()).isEqualTo(4);
    assertThat(bench.history()).isEqualTo("1 superseded, 2 deployed");
    assertThat(bench.replicas()).isEqualTo(2);
    ScenarioTable.holds(Scenario.EVERYTHING_WRONG, bench, "plan", deploy.code());
  }

  @ParameterizedTest
  @ValueSource(ints = {3, 4})
  void aFailedFirstRevisionIsNoneToGoBackTo(int helm) {
    DeployBench bench = DeployBench.in(folder, helm);
    bench.install();
    DeployBench.PLANE.helm("uninstall", "web", "-n", bench.namespace());
    bench.helmFails(
        "install",
        "web",
        bench.file("web").toString(),
        "-n",
        bench.namespace(),
        "--set",
        "behaviour=hang",
        "--wait",
        "--timeout",
        "3s");
    bench.project("deploy: {gates: {rollback-target: {environments: [dev]}}}\n");

    bench.plan("plan");
    CliRun deploy = bench.deploy("plan");

    assertThat(deploy.out())
        .contains("No revision of the release is deployed, so there is none to go back to.");
    assertThat(deploy.code()).isEqualTo(4);
    assertThat(bench.history()).isEqualTo("1 failed");
    ScenarioTable.holds(Scenario.NO_TARGET, bench, "plan", deploy.code());
  }

  @ParameterizedTest
  @ValueSource(ints = {3, 4})
  void whatIsProvenIsAllowed(int helm) {
    DeployBench bench = DeployBench.in(folder, helm);
    bench.write(
        "web/values.schema.json",
        """
        {"$schema": "https://json-schema.org/draft/2020-12/schema", "type": "object",
         "properties": {"replicas": {"type": "integer"}}}
        """);
    bench.write(
        "build/TEST-web.xml",
        "<testsuite name='web' tests='2' failures='0' errors='0'><testcase name='a'"
            + " classname='web'/><testcase name='b' classname='web'/></testsuite>");
    bench.write(
        "build/scan.json",
        """
        {"SchemaVersion": 2, "ArtifactName": "registry.example.com/web:1.0.0", "ArtifactType": "container_image",
         "Metadata": {"RepoTags": ["registry.example.com/web:1.0.0"]},
         "Results": [{"Target": "web", "Class": "os-pkgs", "Vulnerabilities": [{"VulnerabilityID": "CVE-1", "Severity": "HIGH"}]}]}
        """);
    production(
        bench,
        """
        deploy:
          gates:
            tests-passed: {reports: ["build/TEST-*.xml"]}
            image-scan: {reports: ["build/scan.json"], critical: 0, high: 1}
            chart-signature: {environments: [], reason: The chart is of this repository}
            strict-lint: {environments: [], reason: The simulated image has no probes}
            pod-health: {soak: 2s}
        """);

    bench.plan("plan");
    CliRun deploy = bench.deploy("plan", "--explain");

    assertThat(deploy.out())
        .containsPattern("yes tests-passed +2 tests passed, in 1 reports")
        .containsPattern("yes image-scan +1 images were scanned and are good enough")
        .containsPattern("yes values-schema ")
        .containsPattern("yes resource-limits ")
        .containsPattern("yes secrets-encrypted ")
        .containsPattern("off chart-signature +The project turns it off: The chart is of this");
    assertThat(deploy.code()).as(deploy.out()).isZero();
    assertThat(bench.history()).isEqualTo("1 deployed");
  }

  private static void production(DeployBench bench, String deploy) {
    bench.project(deploy);
    bench.write(
        "plimsoll.yaml",
        bench.read("plimsoll.yaml").replace("profile: development", "profile: production"));
  }
}
