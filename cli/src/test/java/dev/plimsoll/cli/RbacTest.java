package dev.plimsoll.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class RbacTest {

  private static final Path ROOT = Path.of(System.getProperty("plimsoll.root"));

  @TempDir private Path here;

  @BeforeEach
  void workspace() throws IOException {
    CliRun.write(
        here,
        "plimsoll.yaml",
        """
        apiVersion: plimsoll.dev/v1
        kind: Project
        environments:
          prod: {profile: production}
        releases: []
        """);
    CliRun.write(
        here,
        "rbac/roles.yaml",
        """
        apiVersion: rbac.authorization.k8s.io/v1
        kind: Role
        metadata: {name: reader, namespace: team}
        rules:
          - apiGroups: [""]
            resources: [pods, pods/log]
            verbs: [get, list]
          - apiGroups: [""]
            resources: [configmaps]
            resourceNames: [settings]
            verbs: [get]
          - apiGroups: [apps]
            resources: ["*/scale"]
            verbs: [update]
        ---
        apiVersion: rbac.authorization.k8s.io/v1
        kind: RoleBinding
        metadata: {name: readers, namespace: team}
        roleRef: {apiGroup: rbac.authorization.k8s.io, kind: Role, name: reader}
        subjects:
          - {kind: Group, name: developers}
        ---
        apiVersion: rbac.authorization.k8s.io/v1
        kind: ClusterRole
        metadata: {name: monitoring}
        aggregationRule:
          clusterRoleSelectors:
            - matchLabels: {team: monitoring}
        rules: []
        ---
        apiVersion: rbac.authorization.k8s.io/v1
        kind: ClusterRole
        metadata: {name: metrics, labels: {team: monitoring}}
        rules:
          - nonResourceURLs: [/metrics, /api/*]
            verbs: [get]
        ---
        apiVersion: rbac.authorization.k8s.io/v1
        kind: ClusterRoleBinding
        metadata: {name: scraping}
        roleRef: {apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: monitoring}
        subjects:
          - {kind: ServiceAccount, name: prometheus, namespace: monitoring}
        """);
  }

  @ParameterizedTest
  @CsvSource({
    "get, pods, team, Group developers",
    "list, pods/log, team, Group developers",
    "get, pods, other, Nobody may",
    "delete, pods, team, Nobody may",
    "get, pods/exec, team, Nobody may",
    "get, configmaps, team, Nobody may",
    "get, configmaps settings, team, Group developers",
    "get, configmaps others, team, Nobody may",
    "update, deployments/scale, team, Group developers",
    "update, deployments, team, Nobody may",
    "get, /metrics, team, ServiceAccount monitoring/prometheus",
    "get, /api/v1/pods, team, ServiceAccount monitoring/prometheus",
    "get, /healthz, team, Nobody may",
  })
  void whoCanIsWhatTheAuthorizerSays(
      String verb, String resource, String namespace, String answer) {
    String[] what = ("rbac who-can " + verb + " " + resource + " -n " + namespace).split(" ");

    CliRun run = CliRun.in(here, what);

    assertThat(run.out()).contains(answer);
    assertThat(run.code()).isEqualTo(answer.startsWith("Nobody") ? 1 : 0);
  }

  @Test
  void whoCanNamesTheLinesOfBindingAndRule() {
    CliRun run = CliRun.in(here, "rbac", "who-can", "get", "/metrics");

    assertThat(run.out())
        .contains(
            "ClusterRoleBinding scraping (rbac/roles.yaml:40)",
            "ClusterRole metrics",
            "rbac/roles.yaml:35");
  }

  @Test
  void whoCanKnowsTheRolesThatEveryClusterHas() throws IOException {
    CliRun.write(
        here,
        "rbac/editors.yaml",
        """
        apiVersion: rbac.authorization.k8s.io/v1
        kind: RoleBinding
        metadata: {name: editors, namespace: team}
        roleRef: {apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: edit}
        subjects:
          - {kind: User, name: ana}
        """);

    assertThat(CliRun.in(here, "rbac", "who-can", "create", "deployments", "-n", "team").out())
        .contains("User ana", "ClusterRole system:aggregate-to-edit", "every cluster has it");
    assertThat(CliRun.in(here, "rbac", "who-can", "create", "roles", "-n", "team").code())
        .isEqualTo(1);
    assertThat(
            CliRun.in(here, "rbac", "who-can", "create", "roles", "-n", "team", "--built-in").out())
        .contains("Group system:masters");
  }

  @Test
  void escalationsLeadFromAnAccountToAStrongerOne() throws IOException {
    CliRun.write(
        here,
        "rbac/ci.yaml",
        """
        apiVersion: rbac.authorization.k8s.io/v1
        kind: Role
        metadata: {name: ci, namespace: monitoring}
        rules:
          - apiGroups: [apps]
            resources: [deployments]
            verbs: [create]
        ---
        apiVersion: rbac.authorization.k8s.io/v1
        kind: RoleBinding
        metadata: {name: ci, namespace: monitoring}
        roleRef: {apiGroup: rbac.authorization.k8s.io, kind: Role, name: ci}
        subjects:
          - {kind: ServiceAccount, name: ci, namespace: ci}
        """);

    CliRun run = CliRun.in(here, "rbac", "escalations");

    assertThat(run.out())
        .isEqualTo(
            """
            ServiceAccount ci/ci runs pods as a more powerful service account in namespace monitoring (run-pods)
              may create deployments
                by the rule at rbac/ci.yaml:5 of Role monitoring/ci
                through RoleBinding monitoring/ci (rbac/ci.yaml:11)
              and so becomes ServiceAccount monitoring/prometheus
              which may get /metrics, /api/*
                by the rule at rbac/roles.yaml:35 of ClusterRole metrics
                through ClusterRoleBinding scraping (rbac/roles.yaml:40)
            """);
    assertThat(run.code()).isZero();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "apiGroups: ['*'], resources: ['*'], verbs: ['*'] | everything",
        "apiGroups: [rbac.authorization.k8s.io], resources: [clusterroles], verbs: [escalate, update] | escalate-roles",
        "apiGroups: [rbac.authorization.k8s.io], resources: [clusterroles, clusterrolebindings], verbs: [bind, create] | bind-roles",
        "apiGroups: [''], resources: [users], verbs: [impersonate] | impersonate",
        "apiGroups: [certificates.k8s.io], resources: [certificatesigningrequests/approval, signers], verbs: [update, approve] | approve-certificates",
        "apiGroups: [admissionregistration.k8s.io], resources: [mutatingwebhookconfigurations], verbs: [patch] | change-admission",
        "apiGroups: [''], resources: [nodes/proxy], verbs: [get] | proxy-nodes",
        "apiGroups: [''], resources: [persistentvolumes], verbs: [create] | mount-hosts",
        "apiGroups: [''], resources: [serviceaccounts/token], verbs: [create] | create-tokens",
        "apiGroups: [''], resources: [pods/exec], verbs: [create] | enter-pods",
        "apiGroups: [''], resources: [secrets], verbs: [list] | read-secrets",
        "apiGroups: [''], resources: [secrets], resourceNames: [one], verbs: [get] | Nobody can become more",
        "apiGroups: [rbac.authorization.k8s.io], resources: [clusterroles], verbs: [escalate] | Nobody can become more",
        "apiGroups: [''], resources: [pods], verbs: [get, list] | Nobody can become more",
      })
  void escalationsKnowTheWaysUp(String rule, String technique) throws IOException {
    CliRun.write(
        here,
        "rbac/roles.yaml",
        """
        apiVersion: rbac.authorization.k8s.io/v1
        kind: ClusterRole
        metadata: {name: bot}
        rules:
          - {%s}
        ---
        apiVersion: rbac.authorization.k8s.io/v1
        kind: ClusterRoleBinding
        metadata: {name: bot}
        roleRef: {apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: bot}
        subjects:
          - {kind: ServiceAccount, name: bot, namespace: bots}
        """
            .formatted(rule));

    CliRun run = CliRun.in(here, "rbac", "escalations");

    assertThat(run.out()).contains(technique);
  }

  @Test
  void requiredDiffersBetweenTheHelms() {
    CliRun three = required("--helm-version", "3.22");
    CliRun four = required("--helm-version", "4.3");

    assertThat(three.out())
        .contains(
            "    resources: [deployments, statefulsets]\n    verbs: [get, create, patch, delete]\n");
    assertThat(four.out())
        .contains(
            "[deployments, statefulsets]\n    verbs: [get, list, watch, create, patch, delete]\n",
            "  # Helm 4 lists and watches it until it is ready or gone (--wait).\n");
    assertThat(three.out()).contains("    resources: [replicasets]\n    verbs: [list]\n");
  }

  @Test
  void requiredBindsTheAccountThatIsNamed() {
    CliRun run = required("--account", "ci/shop-deployer", "--create-namespace");

    assertThat(run.out())
        .contains(
            "kind: ClusterRole\n",
            "    resources: [namespaces]\n    verbs: [create, patch]\n",
            "kind: RoleBinding\n",
            "  - kind: ServiceAccount\n    name: shop-deployer\n    namespace: ci\n");
    assertThat(required("--account", "shop-deployer").err()).contains("must be NAMESPACE/NAME");
  }

  @ParameterizedTest
  @CsvSource({
    "rbac who-can get secrets -n shop-prod",
    "rbac escalations",
    "rbac required shop",
  })
  void theJsonIsWhatTheSchemaSays(String command) throws IOException {
    String[] all = (command + " -e prod --format json -C fixtures/shop").split(" ");
    String json = CliRun.in(ROOT, all).out();

    assertThat(judged(json)).isEmpty();
    assertThat(judged(json.replace("\"verbs\"", "\"verb\""))).isNotEmpty();
  }

  @Test
  void releasesInADatabaseWantNoObjects() {
    String storage = "# Helm keeps its releases here";

    assertThat(required().out()).contains(storage);
    CliRun sql = required("--storage", "sql");
    assertThat(sql.out()).contains("kind: Role").doesNotContain(storage);
    assertThat(sql.code()).isEqualTo(required().code());
  }

  private static List<String> judged(String json) throws IOException {
    return JsonSchemas.judge(json, Files.readString(ROOT.resolve("docs/schema/rbac.schema.json")));
  }

  private static CliRun required(String... options) {
    String[] start = {"rbac", "required", "shop", "-e", "prod", "-C", "fixtures/shop"};
    String[] all = new String[start.length + options.length];
    System.arraycopy(start, 0, all, 0, start.length);
    System.arraycopy(options, 0, all, start.length, options.length);
    return CliRun.in(ROOT, all);
  }
}
