package dev.plimsoll.rules.workload;

import dev.plimsoll.diagnostic.DiagnosticSink;
import dev.plimsoll.diagnostic.RuleId;
import dev.plimsoll.index.ClusterObjects;
import dev.plimsoll.index.ObjectIndex.Placed;
import dev.plimsoll.index.Workload;
import dev.plimsoll.rule.ObjectFindings;
import dev.plimsoll.rule.Rule;
import dev.plimsoll.rule.RuleContext;

/** One pod, which every node failure and every drain takes away. */
public final class SingleReplica implements Rule {

  private static final RuleId ID = new RuleId("single-replica");

  @Override
  public RuleId id() {
    return ID;
  }

  @Override
  public void check(RuleContext context, DiagnosticSink sink) {
    ObjectFindings findings = new ObjectFindings(ID);
    for (ClusterObjects cluster : context.objects().clusters()) {
      for (Workload workload : cluster.workloads()) {
        boolean isSingle =
            workload.isReplicated() && !isStandby(workload) && workload.replicas() == 1;
        if (isSingle && !workload.services().isEmpty()) {
          String message =
              "%s answers requests with a single pod: while that is moved or restarted, nobody answers."
                  .formatted(workload.title());
          findings.add(
              findings.at(
                  workload.autoscaler().map(Placed::release).orElse(workload.release()),
                  workload.leastReplicas(),
                  message),
              cluster.cells(workload.release()));
        }
      }
    }
    findings.reportTo(sink);
  }

  /** A stateful set that is asked for one pod has one copy of its data; that is another matter. */
  private static boolean isStandby(Workload workload) {
    return workload.kind().equals("StatefulSet");
  }
}
