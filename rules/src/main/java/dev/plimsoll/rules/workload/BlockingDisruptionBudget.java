package dev.plimsoll.rules.workload;

import dev.plimsoll.diagnostic.RuleId;
import dev.plimsoll.index.ClusterObjects;
import dev.plimsoll.index.ObjectIndex.Placed;
import dev.plimsoll.index.Workload;
import dev.plimsoll.manifest.Field;
import dev.plimsoll.manifest.PodShare;
import dev.plimsoll.manifest.PodShare.Rounding;
import dev.plimsoll.rule.ClusterRule;
import dev.plimsoll.rule.ObjectFindings;
import dev.plimsoll.rule.Wanted;
import java.util.List;
import java.util.Optional;

/** A budget that never allows a pod to be evicted. */
public final class BlockingDisruptionBudget extends ClusterRule {

  public BlockingDisruptionBudget() {
    super(new RuleId("blocking-disruption-budget"));
  }

  @Override
  protected void check(ClusterObjects cluster, ObjectFindings findings) {
    for (Workload workload : cluster.workloads()) {
      boolean isCounted = workload.isReplicated() && workload.hasReplicas();
      for (Placed budget : isCounted ? workload.budgets() : List.<Placed>of()) {
        check(workload, budget, cluster, findings);
      }
    }
  }

  private static void check(
      Workload workload, Placed budget, ClusterObjects cluster, ObjectFindings findings) {
    Field most = budget.object().get("spec", "maxUnavailable");
    Field least = budget.object().get("spec", "minAvailable");
    long replicas = workload.replicas();
    Optional<String> why = Optional.empty();
    if (pods(most, replicas).filter(pods -> pods == 0).isPresent()) {
      why = Optional.of("`maxUnavailable` is 0");
    } else if (pods(least, replicas).filter(pods -> pods >= replicas).isPresent()) {
      why =
          Optional.of(
              "`minAvailable` is %s and %s runs %d"
                  .formatted(least.text().orElse(""), workload.title(), replicas));
    }
    if (why.isPresent() && replicas > 0) {
      Field field = most.exists() ? most : least;
      String message =
          "%s never allows an eviction, because %s: nodes cannot be drained."
              .formatted(budget.object().title(), why.get());
      Optional<Wanted> wanted =
          most.exists()
              ? Optional.of(Wanted.value(1))
              // One pod cannot both stay and go.
              : Optional.of(Wanted.value(replicas - 1)).filter(_ -> replicas > 1);
      findings.add(
          findings.at(budget.release(), field, message, wanted), cluster.cells(budget.release()));
    }
  }

  private static Optional<Long> pods(Field share, long replicas) {
    return PodShare.of(share).map(known -> known.of(replicas, Rounding.UP));
  }
}
