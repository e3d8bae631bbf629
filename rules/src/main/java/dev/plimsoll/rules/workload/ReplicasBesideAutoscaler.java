package dev.plimsoll.rules.workload;

import dev.plimsoll.diagnostic.DiagnosticSink;
import dev.plimsoll.diagnostic.RuleId;
import dev.plimsoll.index.ClusterObjects;
import dev.plimsoll.index.Workload;
import dev.plimsoll.manifest.Field;
import dev.plimsoll.rule.ObjectFindings;
import dev.plimsoll.rule.Rule;
import dev.plimsoll.rule.RuleContext;

/** A workload that says its number of replicas although an autoscaler does. */
public final class ReplicasBesideAutoscaler implements Rule {

  private static final RuleId ID = new RuleId("replicas-beside-autoscaler");

  @Override
  public RuleId id() {
    return ID;
  }

  @Override
  public void check(RuleContext context, DiagnosticSink sink) {
    ObjectFindings findings = new ObjectFindings(ID);
    for (ClusterObjects cluster : context.objects().clusters()) {
      for (Workload workload : cluster.workloads()) {
        Field replicas = workload.placed().object().get("spec", "replicas");
        if (workload.autoscaler().isPresent() && workload.isReplicated() && replicas.exists()) {
          String message =
              "%s sets `spec.replicas`, and %s scales it: every deploy undoes what the autoscaler decided. Leave `replicas` out while the autoscaler is on."
                  .formatted(workload.title(), workload.autoscaler().get().object().title());
          findings.add(
              findings.at(workload.release(), replicas, message),
              cluster.cells(workload.release()));
        }
      }
    }
    findings.reportTo(sink);
  }
}
