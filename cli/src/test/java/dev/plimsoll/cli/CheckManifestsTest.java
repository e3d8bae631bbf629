package dev.plimsoll.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Objects that no chart renders: through a pipe, in files, and beside charts. */
class CheckManifestsTest {

  private static final String SERVICE =
      """
      apiVersion: v1
      kind: Service
      metadata:
        name: shop
      spec:
        selector:
          app: shop
        ports:
          - port: 80
      """;

  @Test
  void manifestsComeThroughAPipe(@TempDir Path directory) {
    CliRun run =
        CliRun.piped(directory, "# Source: shop/templates/service.yaml\n" + SERVICE, "check", "-");

    assertThat(run.out())
        .contains("warning[service-without-pods]: Service `shop` selects no pods")
        .contains(" --> stdin.yaml:7:3");
    assertThat(run.code()).isZero();
  }

  @Test
  void whatHelmsLintAndTheApiServerSayIsSaidOfAPipeToo(@TempDir Path directory) {
    String manifests =
        """
        apiVersion: apps/v1
        kind: Deployment
        metadata: {name: Shop}
        spec:
          template:
            metadata: {labels: {app: shop}}
            spec:
              containers:
                - name: shop
                  image: "registry.example.com/shop:latest"
        ---
        apiVersion: policy/v1beta1
        kind: PodDisruptionBudget
        metadata: {name: shop}
        """;

    String said = CliRun.piped(directory, manifests, "check", "-").out();

    assertThat(said)
        .contains("[invalid-object-name]: Kubernetes refuses the name `Shop`")
        .contains("[missing-workload-selector]: The Deployment `Shop` has no `spec.selector`")
        .contains("[removed-api-version]: `policy/v1beta1` PodDisruptionBudget is gone")
        .containsPattern(
            "\\[floating-image-tag]: The tag `latest` moves[^\n]*\n +--> stdin.yaml:10:45");
  }

  @Test
  void aPipedListIsReadItemByItem(@TempDir Path directory) {
    String list = "apiVersion: v1\nkind: List\nitems:\n- " + SERVICE.replace("\n", "\n  ");

    assertThat(CliRun.piped(directory, list, "check", "-").out()).contains(" --> stdin.yaml:9:5");
  }

  @Test
  void brokenYamlInAPipeIsADiagnostic(@TempDir Path directory) {
    CliRun run = CliRun.piped(directory, SERVICE + "  x: [\n", "check", "-");

    assertThat(run.out()).contains("error[invalid-yaml]");
    assertThat(run.code()).isEqualTo(1);
  }

  @Test
  void theRulesOfTheProjectHoldForAPipe(@TempDir Path directory) throws IOException {
    CliRun.write(
        directory,
        "plimsoll.yaml",
        "apiVersion: plimsoll.dev/v1\nkind: Project\nrules:\n  service-without-pods: {severity: error}\n");

    assertThat(CliRun.piped(directory, SERVICE, "check", "-").code()).isEqualTo(1);
  }

  @Test
  void aFolderOfManifestsIsAWorkspace(@TempDir Path directory) throws IOException {
    CliRun.write(directory, "deploy/service.yaml", SERVICE);

    assertThat(CliRun.in(directory, "check").out()).contains(" --> deploy/service.yaml:6:3");
  }

  @Test
  void besideChartsOnlyWhatTheClusterIsGivenCounts(@TempDir Path directory) throws IOException {
    CliRun.write(directory, "charts/app/Chart.yaml", "apiVersion: v2\nname: app\nversion: 1.0.0\n");
    CliRun.write(directory, "examples/service.yaml", SERVICE);
    CliRun.write(
        directory,
        "rbac/binding.yaml",
        """
        apiVersion: rbac.authorization.k8s.io/v1
        kind: RoleBinding
        metadata: {name: deployer, namespace: shop}
        roleRef: {apiGroup: rbac.authorization.k8s.io, kind: Role, name: deployer}
        subjects: [{kind: ServiceAccount, name: ci, namespace: ci}]
        """);

    assertThat(CliRun.in(directory, "check").out())
        .contains("[dangling-role-binding]: RoleBinding `deployer` binds Role `deployer`")
        .contains(" --> rbac/binding.yaml:4:66")
        .doesNotContain("service-without-pods");
  }

  /** What an operator makes pods of, is a workload as soon as the project says where they are. */
  @Test
  void aProjectNamesItsOwnWorkloads(@TempDir Path directory) throws IOException {
    CliRun.write(
        directory,
        "worker.yaml",
        """
        apiVersion: example.com/v1
        kind: Worker
        metadata: {name: mail}
        spec:
          queue: mail
          worker:
            template:
              spec:
                containers:
                  - name: mail
                    image: registry.example.com/mail:latest
                    ports: [{containerPort: 8080}]
        """);
    CliRun before = CliRun.in(directory, "check");
    CliRun.write(
        directory,
        "plimsoll.yaml",
        """
        apiVersion: plimsoll.dev/v1
        kind: Project
        workloads:
          - {group: example.com, kind: Worker, podTemplate: spec.worker.template}
        """);
    CliRun named = CliRun.in(directory, "check");
    CliRun.write(
        directory,
        "plimsoll.yaml",
        """
        apiVersion: plimsoll.dev/v1
        kind: Project
        workloads:
          - {group: example.com, kind: Worker, podTemplate: spec.worker.template, longRunning: false}
        """);
    CliRun once = CliRun.in(directory, "check");

    assertThat(before.out()).doesNotContain("[floating-image-tag]");
    assertThat(named.out())
        .contains("[floating-image-tag]", " --> worker.yaml:11:46", "[missing-readiness-probe]");
    assertThat(once.out())
        .contains("[floating-image-tag]")
        .doesNotContain("[missing-readiness-probe]");
  }
}
