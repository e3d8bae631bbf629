package dev.plimsoll.rules.workload;

import dev.plimsoll.diagnostic.RuleId;
import dev.plimsoll.index.ClusterObjects;
import dev.plimsoll.index.Workload;
import dev.plimsoll.manifest.Field;
import dev.plimsoll.rule.ClusterRule;
import dev.plimsoll.rule.ObjectFindings;

/** Several replicas that may all run on one node. */
public final class ReplicasOnOneNode extends ClusterRule {

  public ReplicasOnOneNode() {
    super(new RuleId("replicas-on-one-node"));
  }

  @Override
  protected void check(ClusterObjects cluster, ObjectFindings findings) {
    for (Workload workload : cluster.workloads()) {
      Field spec = workload.pods().spec();
      boolean isSpread =
          spec.get("topologySpreadConstraints").exists()
              || spec.get("affinity", "podAntiAffinity").exists();
      if (workload.isReplicated() && workload.replicas() > 1 && !isSpread) {
        String message =
            "%s runs %d or more pods with neither `topologySpreadConstraints` nor `podAntiAffinity`: all may land on one node and fall with it."
                .formatted(workload.title(), workload.replicas());
        findings.add(cluster, workload.release(), spec.get("topologySpreadConstraints"), message);
      }
    }
  }
}
