package dev.plimsoll.rules.rbac;

import dev.plimsoll.diagnostic.RuleId;
import dev.plimsoll.index.ClusterObjects;
import dev.plimsoll.index.ObjectIndex.Placed;
import dev.plimsoll.index.Workload;
import dev.plimsoll.manifest.Field;
import dev.plimsoll.rule.ClusterRule;
import dev.plimsoll.rule.ObjectFindings;
import java.util.ArrayList;
import java.util.List;

/** Pods that hold rights through the account that every pod of the namespace shares. */
public final class DefaultServiceAccount extends ClusterRule {

  public DefaultServiceAccount() {
    super(new RuleId("default-service-account"));
  }

  @Override
  protected void check(ClusterObjects cluster, ObjectFindings findings) {
    for (Workload workload : cluster.workloads()) {
      Field account = workload.pods().spec().get("serviceAccountName");
      boolean isDefault = account.text().filter(name -> !name.equals("default")).isEmpty();
      if (isDefault && isBound(workload, cluster)) {
        String message =
            "The pods of %s run as the account `default`, which a binding gives rights: every pod of namespace `%s` without an account has them too."
                .formatted(workload.title(), workload.placed().namespace());
        findings.add(cluster, workload.release(), account, message);
      }
    }
  }

  private static boolean isBound(Workload workload, ClusterObjects cluster) {
    List<Placed> bindings = new ArrayList<>(cluster.ofKind("RoleBinding"));
    bindings.addAll(cluster.ofKind("ClusterRoleBinding"));
    for (Placed binding : bindings) {
      for (Field subject : binding.object().get("subjects").items()) {
        String namespace = subject.get("namespace").text().orElse(binding.namespace());
        if (subject.get("kind").text().filter("ServiceAccount"::equals).isPresent()
            && subject.get("name").text().filter("default"::equals).isPresent()
            && namespace.equals(workload.placed().namespace())) {
          return true;
        }
      }
    }
    return false;
  }
}
