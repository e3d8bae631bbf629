package dev.plimsoll.rules.workload;

import dev.plimsoll.diagnostic.RuleId;
import dev.plimsoll.index.ClusterObjects;
import dev.plimsoll.index.ObjectIndex.Placed;
import dev.plimsoll.index.Workload;
import dev.plimsoll.manifest.Field;
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
      for (Placed budget : workload.isReplicated() ? workload.budgets() : List.<Placed>of()) {
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
    if (most.text().filter(text -> text.equals("0") || text.equals("0%")).isPresent()) {
      why = Optional.of("`maxUnavailable` is 0");
    } else if (least.text().filter(text -> leaves(text, replicas)).isPresent()) {
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

  /** Whether so many of the replicas must stay that none may go. */
  private static boolean leaves(String least, long replicas) {
    if (least.endsWith("%")) {
      String share = least.substring(0, least.length() - 1);
      return share.matches("\\d{1,3}")
          && Math.ceilDiv(Long.parseLong(share) * replicas, 100L) >= replicas;
    }
    return least.matches("\\d{1,9}") && Long.parseLong(least) >= replicas;
  }
}
