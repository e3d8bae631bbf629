package dev.plimsoll.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who may approve, who may deploy, and what proves it afterwards. */
@Tag("cluster")
final class DeployTrustTest {

  @TempDir private Path folder;

  @Test
  void wantsTheApprovalsOfTwoOthers() throws IOException, InterruptedException {
    DeployBench bench = DeployBench.in(folder, 4);
    sshKey("ana");
    sshKey("ben");
    sshKey("eve");
    bench.project(
        """
        deploy:
          approvals:
            required: 2
            expires: 24h
            approvers:
              - {name: ana, key: "%s"}
              - {name: ben, key: "%s"}
              - {name: eve, key: "%s"}
        """
            .formatted(publicKey("ana"), publicKey("ben"), publicKey("eve")));
    bench.plan("plan");

    CliRun none = bench.deploy("plan");
    assertThat(none.out())
        .contains(
            "0 of 2 approvals.", "Have it approved with `plimsoll approve` by ana, ben, eve.");
    assertThat(none.code()).isEqualTo(4);

    approve(bench, "ana", "ana");
    approve(bench, "ben", "eve");
    CliRun wrong = bench.deploy("plan");
    assertThat(wrong.out())
        .contains(
            "0 of 2 approvals",
            "that of ana does not count: nobody approves a plan of their own",
            "that of ben does not count: the signature is not that of the approver's key");
    assertThat(wrong.code()).isEqualTo(4);

    approve(bench, "ben", "ben");
    approve(bench, "eve", "eve");
    CliRun enough = bench.deploy("plan", "--explain");
    assertThat(enough.out()).contains("Approved by ben, eve");
    assertThat(enough.code()).isZero();
  }

  @Test
  void anOpenPgpKeyApprovesToo() throws IOException {
    DeployBench bench = DeployBench.in(folder, 4);
    PgpKey ben = PgpKey.of("ben");
    bench.write("ben.asc", ben.armouredSecret());
    bench.write("eve.asc", PgpKey.of("eve").armouredSecret());
    bench.project(
        """
        deploy:
          approvals:
            required: 1
            approvers:
              - name: ben
                key: |
        """
            + ben.armouredPublic().indent(12));
    bench.plan("plan");

    approve(bench, "ben", "eve.asc");
    CliRun wrong = bench.deploy("plan");
    assertThat(wrong.out())
        .contains("that of ben does not count: the signature is not that of the approver's key");
    assertThat(wrong.code()).isEqualTo(4);

    approve(bench, "ben", "ben.asc");
    CliRun right = bench.deploy("plan", "--explain");
    assertThat(right.out()).contains("Approved by ben");
    assertThat(right.code()).isZero();
  }

  @Test
  void leavesARecordThatNobodyCanChange() throws IOException, InterruptedException {
    DeployBench bench = DeployBench.in(folder, 4);
    run("openssl", "genpkey", "-algorithm", "ed25519", "-out", "key.pem");
    run("openssl", "pkey", "-in", "key.pem", "-pubout", "-out", "key.pub.pem");
    bench.plan("plan");
    bench.plan("late");
    assertThat(bench.deploy("plan", "--sign-key", "key.pem").code()).isZero();

    String record = "plan/runs/run-0001/record.dsse.json";
    List<String> verify =
        List.of("audit", "verify", record, "--key", "key.pub.pem", "--plan", "plan");
    CliRun valid = bench.run(verify);
    assertThat(valid.out())
        .contains(
            "The record is valid: web in dev on local is deployed and healthy: revision 1.",
            "  deployed  by ana",
            "ALLOW rendered-as-planned");
    assertThat(valid.code()).isZero();

    String text = bench.read(record);
    int middle = text.indexOf("\"payload\"") + 400;
    char other = text.charAt(middle) == 'A' ? 'B' : 'A';
    bench.write(record, text.substring(0, middle) + other + text.substring(middle + 1));
    CliRun tampered = bench.run(verify);
    assertThat(tampered.err()).contains("The record is not valid.");
    assertThat(tampered.code()).isEqualTo(1);

    assertThat(bench.deploy("late", "--sign-key", "key.pem").code()).isEqualTo(4);
    CliRun refused =
        bench.run(
            List.of(
                "audit",
                "verify",
                "late/runs/run-0001/record.dsse.json",
                "--key",
                "key.pub.pem",
                "--plan",
                "late"));
    assertThat(refused.out())
        .contains(
            "The record is valid: The gate live-unchanged says no:",
            "  refused   wanted by ana",
            "DENY  live-unchanged");
    assertThat(refused.code()).isZero();
  }

  @ParameterizedTest
  @ValueSource(ints = {3, 4})
  void saysWhichPermissionIsMissing(int helm) throws IOException {
    DeployBench bench = DeployBench.in(folder, helm);
    bench.install();
    String namespace = bench.namespace();
    DeployBench.PLANE.api(
        "POST",
        "/api/v1/namespaces/" + namespace + "/serviceaccounts",
        "{apiVersion: v1, kind: ServiceAccount, metadata: {name: ci}}");
    DeployBench.PLANE.api(
        "POST",
        "/apis/rbac.authorization.k8s.io/v1/clusterroles",
        "{apiVersion: rbac.authorization.k8s.io/v1, kind: ClusterRole, metadata: {name: ci-"
            + namespace
            + "}, rules: [{apiGroups: [\"\"], resources: [namespaces], verbs: [get]}, {apiGroups:"
            + " [\"\"], resources: [secrets], verbs: [get, list, create, update, delete]},"
            + " {apiGroups: [\"\"], resources: [pods, pods/log, events], verbs: [get, list]},"
            + " {apiGroups: [apps], resources: [deployments], verbs: [get, patch]}, {apiGroups:"
            + " [coordination.k8s.io], resources: [leases], verbs: [\"*\"]}]}");
    DeployBench.PLANE.api(
        "POST",
        "/apis/rbac.authorization.k8s.io/v1/clusterrolebindings",
        "{apiVersion: rbac.authorization.k8s.io/v1, kind: ClusterRoleBinding, metadata: {name: ci-"
            + namespace
            + "}, roleRef: {apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: ci-"
            + namespace
            + "}, subjects: [{kind: ServiceAccount, name: ci, namespace: "
            + namespace
            + "}]}");
    String answer =
        DeployBench.PLANE.api(
            "POST",
            "/api/v1/namespaces/" + namespace + "/serviceaccounts/ci/token",
            "{apiVersion: authentication.k8s.io/v1, kind: TokenRequest, spec: {}}");
    String token = answer.replaceAll("(?s).*\"token\":\\s*\"([^\"]*)\".*", "$1");
    bench.template("settings", "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: settings}\n");
    bench.template(
        "migration",
        """
        apiVersion: batch/v1
        kind: Job
        metadata:
          name: migration
          annotations: {helm.sh/hook: pre-upgrade}
        spec:
          template:
            spec:
              restartPolicy: Never
              containers: [{name: migrate, image: "registry.example.com/migrate:1"}]
        """);
    bench.plan("plan");
    Path kubeconfig = folder.resolve("limited");
    Files.writeString(
        kubeconfig,
        Files.readString(DeployBench.PLANE.kubeconfig())
            .replaceAll("token: \"[^\"]*\"", "token: \"" + token + "\""));

    CliRun deploy = bench.deploy("plan", "--kubeconfig", kubeconfig.toString());

    assertThat(deploy.out())
        .contains("The account may not")
        .contains("create configmaps in " + namespace)
        // Of what the plan changes nothing is a Job: it is a hook that Helm runs.
        .contains("create jobs.batch in " + namespace, "watch jobs.batch in " + namespace)
        .doesNotContain("deployments");
    assertThat(deploy.code()).isEqualTo(4);
    assertThat(bench.history()).isEqualTo("1 deployed");
    ScenarioTable.holds(Scenario.MISSING_VERB, bench, "plan", deploy.code());
  }

  private void approve(DeployBench bench, String name, String key) {
    CliRun run = bench.run(List.of("approve", "plan", "--as", name, "--key", key));
    assertThat(run.code()).as(run.err()).isZero();
  }

  private void sshKey(String name) throws IOException, InterruptedException {
    run("ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-C", name, "-f", name);
  }

  private String publicKey(String name) throws IOException {
    return Files.readString(folder.resolve(name + ".pub")).strip();
  }

  private void run(String... command) throws IOException, InterruptedException {
    Process process = new ProcessBuilder(command).directory(folder.toFile()).inheritIO().start();
    assertThat(process.waitFor()).isZero();
  }
}
