package dev.plimsoll.rules.workload;

import dev.plimsoll.diagnostic.RuleId;
import dev.plimsoll.index.ClusterObjects;
import dev.plimsoll.index.Workload;
import dev.plimsoll.rule.ClusterRule;
import dev.plimsoll.rule.ObjectFindings;

/** Several replicas, and nothing that keeps a drained node from taking them all at once. */
public final class MissingDisruptionBudget extends ClusterRule {

  public MissingDisruptionBudget() {
    super(new RuleId("missing-disruption-budget"));
  }

  @Override
  protected void check(ClusterObjects cluster, ObjectFindings findings) {
    for (Workload workload : cluster.workloads()) {
      if (workload.isReplicated() && workload.replicas() > 1 && workload.budgets().isEmpty()) {
        String message =
            "%s runs %d or more pods and no PodDisruptionBudget selects them, so draining nodes may stop all of them at once."
                .formatted(workload.title(), workload.replicas());
        findings.add(
            findings.atMissing(
                workload.release(),
                "PodDisruptionBudget",
                workload.placed().object().get("spec"),
                message),
            cluster.cells(workload.release()));
      }
    }
  }
}
