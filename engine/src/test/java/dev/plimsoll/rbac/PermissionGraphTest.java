package dev.plimsoll.rbac;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.index.ClusterObjects;
import dev.plimsoll.manifest.KubernetesObject;
import dev.plimsoll.source.SourceFile;
import dev.plimsoll.yaml.YamlParser;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Who may do what, as the authorizer of the API server would have it. */
final class PermissionGraphTest {

  private static final String ROLE =
      """
      kind: Role
      metadata: {name: deployer, namespace: shop}
      rules:
        - {verbs: [get, list], apiGroups: [apps], resources: [deployments]}
        - {verbs: [update], apiGroups: [""], resources: [secrets], resourceNames: [settings]}
        - {verbs: [get], apiGroups: [""], resources: ["pods/log"]}
      """;

  private static final String BINDING =
      """
      kind: RoleBinding
      metadata: {name: deployer, namespace: shop}
      roleRef: {kind: Role, name: deployer}
      subjects:
        - {kind: ServiceAccount, name: ci, namespace: build}
        - {kind: Group, name: developers}
      """;

  @Test
  void aRoleHoldsInItsNamespaceForEachSubject() {
    PermissionGraph graph = graph(ROLE, BINDING);

    assertThat(whoCan(graph, "get", "apps", "deployments", "shop"))
        .containsExactly("ServiceAccount build/ci", "Group developers");
    assertThat(whoCan(graph, "get", "apps", "deployments", "pay")).isEmpty();
    assertThat(whoCan(graph, "get", "apps", "deployments", "")).isEmpty();
    assertThat(whoCan(graph, "delete", "apps", "deployments", "shop")).isEmpty();
    assertThat(whoCan(graph, "get", "", "deployments", "shop")).isEmpty();
  }

  @Test
  void aRuleForNamedObjectsIsNoneForAll() {
    PermissionGraph graph = graph(ROLE, BINDING);
    AccessRequest.Resource any = AccessRequest.Resource.of("update", "", "secrets");

    assertThat(graph.whoCan(any, "shop")).isEmpty();
    assertThat(graph.whoCan(any.named("settings"), "shop")).hasSize(2);
    assertThat(graph.whoCan(any.named("other"), "shop")).isEmpty();
  }

  @Test
  void aSubresourceIsNotTheObject() {
    PermissionGraph graph = graph(ROLE, BINDING);

    assertThat(whoCan(graph, "get", "", "pods/log", "shop")).hasSize(2);
    assertThat(whoCan(graph, "get", "", "pods", "shop")).isEmpty();
  }

  @Test
  void aClusterRoleHoldsWhereItIsBound() {
    String role =
        """
        kind: ClusterRole
        metadata: {name: reader}
        rules: [{verbs: ["*"], apiGroups: ["*"], resources: ["*"]}, {verbs: [get], nonResourceURLs: [/metrics/*]}]
        """;
    String bound =
        """
        kind: RoleBinding
        metadata: {name: reader, namespace: shop}
        roleRef: {kind: ClusterRole, name: reader}
        subjects: [{kind: User, name: ana}]
        """;
    PermissionGraph here = graph(role, bound);
    PermissionGraph everywhere =
        graph(
            role,
            bound.replace("RoleBinding", "ClusterRoleBinding").replace(", namespace: shop", ""));
    AccessRequest metrics = new AccessRequest.Url("get", "/metrics/cadvisor");

    assertThat(whoCan(here, "delete", "", "secrets", "shop")).containsExactly("User ana");
    assertThat(whoCan(here, "delete", "", "secrets", "pay")).isEmpty();
    assertThat(here.whoCan(metrics, "")).isEmpty();
    assertThat(whoCan(everywhere, "delete", "", "nodes", "")).containsExactly("User ana");
    assertThat(everywhere.whoCan(metrics, "")).hasSize(1);
    assertThat(everywhere.whoCan(new AccessRequest.Url("get", "/logs"), "")).isEmpty();
  }

  @Test
  void aRoleOfTheSameNameElsewhereIsAnother() {
    PermissionGraph graph = graph(ROLE, BINDING.replace("namespace: shop", "namespace: pay"));

    assertThat(graph.grants()).isEmpty();
  }

  @Test
  void anAggregatedRoleHasTheRulesOfTheSelectedOnesAndNotItsOwn() {
    PermissionGraph graph =
        graph(
            """
            kind: ClusterRole
            metadata: {name: all}
            aggregationRule: {clusterRoleSelectors: [{matchLabels: {part: "yes"}}]}
            rules: [{verbs: [delete], apiGroups: [""], resources: [nodes]}]
            """,
            """
            kind: ClusterRole
            metadata: {name: part, labels: {part: "yes"}}
            rules: [{verbs: [list], apiGroups: [""], resources: [nodes]}]
            """,
            """
            kind: ClusterRoleBinding
            metadata: {name: all}
            roleRef: {kind: ClusterRole, name: all}
            subjects: [{kind: User, name: ana}]
            """);

    assertThat(whoCan(graph, "list", "", "nodes", "")).containsExactly("User ana");
    assertThat(whoCan(graph, "delete", "", "nodes", "")).isEmpty();
    assertThat(graph.grants().getFirst().source().title()).isEqualTo("ClusterRole part");
  }

  @Test
  void aServiceAccountIsBoundByItsUserNameAndItsGroupsToo() {
    PermissionGraph graph =
        graph(
            ROLE,
            BINDING
                .replace(
                    "{kind: ServiceAccount, name: ci, namespace: build}",
                    "{kind: User, name: 'system:serviceaccount:build:ci'}")
                .replace(
                    "{kind: Group, name: developers}",
                    "{kind: Group, name: 'system:serviceaccounts:build'}"));

    assertThat(graph.grantsOf(Subject.account("build", "ci"))).hasSize(6);
    assertThat(graph.grantsOf(Subject.account("build", "other"))).hasSize(3);
    assertThat(graph.grantsOf(Subject.account("other", "ci"))).isEmpty();
  }

  @Test
  void rolesThatEveryClusterHasAreKnownAndTheirBindingsOnRequest() {
    String binding =
        """
        kind: RoleBinding
        metadata: {name: edit, namespace: shop}
        roleRef: {kind: ClusterRole, name: edit}
        subjects: [{kind: User, name: ana}]
        """;
    ClusterObjects cluster = cluster(binding);

    assertThat(whoCan(PermissionGraph.of(cluster), "patch", "apps", "deployments", "shop"))
        .containsExactly("User ana");
    assertThat(whoCan(PermissionGraph.of(cluster), "*", "*", "*", "")).isEmpty();
    assertThat(whoCan(PermissionGraph.of(cluster, true), "*", "*", "*", ""))
        .contains("Group system:masters");
  }

  @Test
  void waysToMoreNeedEveryRightOfThem() {
    String role =
        """
        kind: Role
        metadata: {name: deployer, namespace: shop}
        rules: [{verbs: [bind], apiGroups: [rbac.authorization.k8s.io], resources: [roles]}%s]
        """;
    String writing =
        ", {verbs: [create], apiGroups: [rbac.authorization.k8s.io], resources: [rolebindings]}";

    assertThat(Escalations.of(graph(role.formatted(""), BINDING))).isEmpty();
    assertThat(Escalations.of(graph(role.formatted(writing), BINDING)))
        .extracting(way -> way.subject() + " " + way.technique().id() + " " + way.namespace())
        .containsExactly(
            "Group developers bind-roles shop", "ServiceAccount build/ci bind-roles shop");
  }

  private static List<String> whoCan(
      PermissionGraph graph, String verb, String group, String resource, String namespace) {
    return graph.whoCan(AccessRequest.Resource.of(verb, group, resource), namespace).stream()
        .map(grant -> grant.subject().toString())
        .distinct()
        .toList();
  }

  private static PermissionGraph graph(String... objects) {
    return PermissionGraph.of(cluster(objects));
  }

  private static ClusterObjects cluster(String... objects) {
    String text =
        "apiVersion: rbac.authorization.k8s.io/v1\n"
            + String.join("---\napiVersion: rbac.authorization.k8s.io/v1\n", objects);
    return ClusterObjects.of(
        "default", KubernetesObject.of(YamlParser.parse(new SourceFile("rbac.yaml", text))));
  }
}
