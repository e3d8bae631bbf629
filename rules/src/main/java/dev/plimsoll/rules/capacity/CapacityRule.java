package dev.plimsoll.rules.capacity;

import dev.plimsoll.capacity.ClusterCapacity;
import dev.plimsoll.diagnostic.RuleId;
import dev.plimsoll.index.ClusterObjects;
import dev.plimsoll.rule.ClusterRule;
import dev.plimsoll.rule.ObjectFindings;

/** A rule on what the pods of one environment on one cluster ask for. */
abstract class CapacityRule extends ClusterRule {

  private final CapacityShelf capacities;

  CapacityRule(String id, CapacityShelf capacities) {
    super(new RuleId(id));
    this.capacities = capacities;
  }

  @Override
  protected final void check(ClusterObjects cluster, ObjectFindings findings) {
    boolean isBounded =
        cluster.facts().isPresent()
            || !cluster.ofKind("ResourceQuota").isEmpty()
            || !cluster.ofKind("LimitRange").isEmpty();
    if (isBounded) {
      check(capacities.of(cluster), cluster, findings);
    }
  }

  /** Looks at what is counted. */
  abstract void check(ClusterCapacity capacity, ClusterObjects cluster, ObjectFindings findings);
}
