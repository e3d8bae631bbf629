package dev.plimsoll.rules.rbac;

import dev.plimsoll.diagnostic.DiagnosticSink;
import dev.plimsoll.diagnostic.RuleId;
import dev.plimsoll.index.ClusterObjects;
import dev.plimsoll.index.ObjectIndex.Placed;
import dev.plimsoll.index.Workload;
import dev.plimsoll.manifest.Field;
import dev.plimsoll.rule.ObjectFindings;
import dev.plimsoll.rule.Rule;
import dev.plimsoll.rule.RuleContext;
import java.util.ArrayList;
import java.util.List;

/** Pods that hold rights through the account that every pod of the namespace shares. */
public final class DefaultServiceAccount implements Rule {

  private static final RuleId ID = new RuleId("default-service-account");

  @Override
  public RuleId id() {
    return ID;
  }

  @Override
  public void check(RuleContext context, DiagnosticSink sink) {
    ObjectFindings findings = new ObjectFindings(ID);
    for (ClusterObjects cluster : context.objects().clusters()) {
      for (Workload workload : cluster.workloads()) {
        Field account = workload.pods().spec().get("serviceAccountName");
        boolean isDefault = account.text().filter(name -> !name.equals("default")).isEmpty();
        if (isDefault && isBound(workload, cluster)) {
          String message =
              "The pods of %s run as the account `default`, which a binding gives rights: every pod of namespace `%s` without an account has them too."
                  .formatted(workload.title(), workload.placed().namespace());
          findings.add(
              findings.at(workload.release(), account, message), cluster.cells(workload.release()));
        }
      }
    }
    findings.reportTo(sink);
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
