package dev.plimsoll.rules.workload;

import dev.plimsoll.diagnostic.RuleId;
import dev.plimsoll.index.ClusterObjects;
import dev.plimsoll.index.Workload;
import dev.plimsoll.manifest.Field;
import dev.plimsoll.rule.ClusterRule;
import dev.plimsoll.rule.ObjectFindings;

/** A workload that says its number of replicas although an autoscaler does. */
public final class ReplicasBesideAutoscaler extends ClusterRule {

  public ReplicasBesideAutoscaler() {
    super(new RuleId("replicas-beside-autoscaler"));
  }

  @Override
  protected void check(ClusterObjects cluster, ObjectFindings findings) {
    for (Workload workload : cluster.workloads()) {
      Field replicas = workload.placed().object().get("spec", "replicas");
      if (workload.autoscaler().isPresent() && workload.isReplicated() && replicas.exists()) {
        String message =
            "%s sets `spec.replicas`, and %s scales it: every deploy undoes what the autoscaler decided. Leave `replicas` out while the autoscaler is on."
                .formatted(workload.title(), workload.autoscaler().get().object().title());
        findings.add(cluster, workload.release(), replicas, message);
      }
    }
  }
}
