package dev.plimsoll.rules.rbac;

import dev.plimsoll.diagnostic.RuleId;
import dev.plimsoll.index.ClusterObjects;
import dev.plimsoll.index.ObjectIndex.Placed;
import dev.plimsoll.manifest.Field;
import dev.plimsoll.rbac.BuiltIn;
import dev.plimsoll.rule.ClusterRule;
import dev.plimsoll.rule.ObjectFindings;

/** A binding of a role, or to an account, that nobody brings. */
public final class DanglingRoleBinding extends ClusterRule {

  /** Kubernetes keeps such names for itself; which ones there are depends on the cluster. */
  private static final String SYSTEM = "system:";

  public DanglingRoleBinding() {
    super(new RuleId("dangling-role-binding"));
  }

  @Override
  protected void check(ClusterObjects cluster, ObjectFindings findings) {
    for (Placed binding : cluster.ofKind("RoleBinding")) {
      role(binding, cluster, findings);
      accounts(binding, cluster, findings);
    }
    for (Placed binding : cluster.ofKind("ClusterRoleBinding")) {
      role(binding, cluster, findings);
      accounts(binding, cluster, findings);
    }
  }

  private static void role(Placed binding, ClusterObjects cluster, ObjectFindings findings) {
    Field reference = binding.object().get("roleRef");
    String kind = reference.get("kind").text().orElse("");
    String name = reference.get("name").text().orElse("");
    boolean isCluster = kind.equals("ClusterRole");
    boolean isThere =
        cluster.ofKind(kind).stream()
            .filter(role -> role.object().name().equals(name))
            .anyMatch(role -> isCluster || isSame(role, binding));
    if (!isThere && !name.isEmpty() && !isOfKubernetes(isCluster, binding.namespace(), name)) {
      findings.add(
          cluster,
          binding.release(),
          reference.get("name"),
          "%s binds %s `%s`, and no release or file brings one of that name%s."
              .formatted(
                  binding.object().title(),
                  kind,
                  name,
                  isCluster ? "" : " to namespace `" + binding.namespace() + "`"));
    }
  }

  private static boolean isOfKubernetes(boolean isCluster, String namespace, String name) {
    return (isCluster && name.startsWith(SYSTEM))
        || BuiltIn.hasRole(isCluster ? "" : namespace, name);
  }

  private static void accounts(Placed binding, ClusterObjects cluster, ObjectFindings findings) {
    for (Field subject : binding.object().get("subjects").items()) {
      String name = subject.get("name").text().orElse("");
      String namespace = subject.get("namespace").text().orElse(binding.namespace());
      boolean isAccount = subject.get("kind").text().filter("ServiceAccount"::equals).isPresent();
      // An account of a namespace that the workspace says nothing of is brought by others.
      boolean isOurs =
          cluster.ofKind("ServiceAccount").stream()
              .anyMatch(account -> account.namespace().equals(namespace));
      if (isAccount
          && isOurs
          && !name.equals("default")
          && !cluster.has("", "ServiceAccount", namespace, name)) {
        findings.add(
            cluster,
            binding.release(),
            subject.get("name"),
            "%s gives rights to the service account `%s`, and no release or file brings one of that name to namespace `%s`."
                .formatted(binding.object().title(), name, namespace));
      }
    }
  }

  private static boolean isSame(Placed role, Placed binding) {
    return role.namespace().equals(binding.namespace());
  }
}
