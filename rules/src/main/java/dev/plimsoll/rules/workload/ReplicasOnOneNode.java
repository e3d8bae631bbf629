package dev.plimsoll.rules.workload;

import dev.plimsoll.diagnostic.DiagnosticSink;
import dev.plimsoll.diagnostic.RuleId;
import dev.plimsoll.index.ClusterObjects;
import dev.plimsoll.index.Workload;
import dev.plimsoll.manifest.Field;
import dev.plimsoll.rule.ObjectFindings;
import dev.plimsoll.rule.Rule;
import dev.plimsoll.rule.RuleContext;

/** Several replicas that may all run on one node. */
public final class ReplicasOnOneNode implements Rule {

  private static final RuleId ID = new RuleId("replicas-on-one-node");

  @Override
  public RuleId id() {
    return ID;
  }

  @Override
  public void check(RuleContext context, DiagnosticSink sink) {
    ObjectFindings findings = new ObjectFindings(ID);
    for (ClusterObjects cluster : context.objects().clusters()) {
      for (Workload workload : cluster.workloads()) {
        Field spec = workload.pods().spec();
        boolean isSpread =
            spec.get("topologySpreadConstraints").exists()
                || spec.get("affinity", "podAntiAffinity").exists();
        if (workload.isReplicated() && workload.replicas() > 1 && !isSpread) {
          String message =
              "%s runs %d or more pods with neither `topologySpreadConstraints` nor `podAntiAffinity`: all may land on one node and fall with it."
                  .formatted(workload.title(), workload.replicas());
          findings.add(
              findings.at(workload.release(), spec.get("topologySpreadConstraints"), message),
              cluster.cells(workload.release()));
        }
      }
    }
    findings.reportTo(sink);
  }
}
