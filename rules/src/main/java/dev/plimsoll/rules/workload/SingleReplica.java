package dev.plimsoll.rules.workload;

import dev.plimsoll.diagnostic.RuleId;
import dev.plimsoll.index.ClusterObjects;
import dev.plimsoll.index.ObjectIndex.Placed;
import dev.plimsoll.index.Workload;
import dev.plimsoll.rule.ClusterRule;
import dev.plimsoll.rule.ObjectFindings;
import dev.plimsoll.rule.Wanted;

/** One pod, which every node failure and every drain takes away. */
public final class SingleReplica extends ClusterRule {

  /** While one pod is away, another answers. */
  private static final int FEWEST = 2;

  public SingleReplica() {
    super(new RuleId("single-replica"));
  }

  @Override
  protected void check(ClusterObjects cluster, ObjectFindings findings) {
    for (Workload workload : cluster.workloads()) {
      boolean isSingle =
          workload.isReplicated()
              && !isStandby(workload)
              && workload.hasReplicas()
              && workload.replicas() == 1;
      if (isSingle && !workload.services().isEmpty()) {
        String message =
            "%s answers requests with a single pod: while that is moved or restarted, nobody answers."
                .formatted(workload.title());
        findings.add(
            findings.at(
                workload.autoscaler().map(Placed::release).orElse(workload.release()),
                workload.leastReplicas(),
                message,
                Wanted.value(FEWEST)),
            cluster.cells(workload.release()));
      }
    }
  }

  /** A stateful set that is asked for one pod has one copy of its data; that is another matter. */
  private static boolean isStandby(Workload workload) {
    return workload.kind().equals("StatefulSet");
  }
}
