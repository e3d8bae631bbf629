package dev.plimsoll.rules.workload;

import dev.plimsoll.diagnostic.DiagnosticSink;
import dev.plimsoll.diagnostic.RuleId;
import dev.plimsoll.index.ClusterObjects;
import dev.plimsoll.index.Workload;
import dev.plimsoll.rule.ObjectFindings;
import dev.plimsoll.rule.Rule;
import dev.plimsoll.rule.RuleContext;

/** Several replicas, and nothing that keeps a drained node from taking them all at once. */
public final class MissingDisruptionBudget implements Rule {

  private static final RuleId ID = new RuleId("missing-disruption-budget");

  @Override
  public RuleId id() {
    return ID;
  }

  @Override
  public void check(RuleContext context, DiagnosticSink sink) {
    ObjectFindings findings = new ObjectFindings(ID);
    for (ClusterObjects cluster : context.objects().clusters()) {
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
    findings.reportTo(sink);
  }
}
