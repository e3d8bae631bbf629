package dev.plimsoll.rules.capacity;

import dev.plimsoll.capacity.AmountText;
import dev.plimsoll.capacity.ClusterCapacity;
import dev.plimsoll.capacity.Demand;
import dev.plimsoll.capacity.NamespaceCapacity;
import dev.plimsoll.capacity.NodePool;
import dev.plimsoll.index.ClusterObjects;
import dev.plimsoll.manifest.Container;
import dev.plimsoll.manifest.Field;
import dev.plimsoll.manifest.Quantity;
import dev.plimsoll.rule.ObjectFindings;
import java.math.BigDecimal;
import java.util.List;

/** A pod that no node of the cluster has room for, even if nothing else runs there. */
public final class UnschedulablePod extends CapacityRule {

  public UnschedulablePod(CapacityShelf capacities) {
    super("unschedulable-pod", capacities);
  }

  @Override
  void check(ClusterCapacity capacity, ClusterObjects cluster, ObjectFindings findings) {
    if (capacity.nodes().isEmpty()) {
      return;
    }
    for (NamespaceCapacity namespace : capacity.namespaces()) {
      for (Demand demand : namespace.demands()) {
        check(demand, capacity.nodesFor(demand.workload()), cluster, findings);
      }
    }
  }

  private static void check(
      Demand demand, List<NodePool> nodes, ClusterObjects cluster, ObjectFindings findings) {
    if (nodes.isEmpty()) {
      findings.add(
          cluster,
          demand.workload().release(),
          demand.workload().pods().spec().get("nodeSelector"),
          "No node of the cluster has the labels that the pods of %s ask for, so they are never scheduled."
              .formatted(demand.workload().title()));
      return;
    }
    boolean fits = nodes.stream().anyMatch(pool -> pool.lacks(demand.each().requests()).isEmpty());
    if (fits) {
      return;
    }
    NodePool largest = nodes.getFirst();
    String resource = largest.lacks(demand.each().requests()).orElseThrow();
    for (NodePool pool : nodes) {
      if (pool.allocatable().amount(resource).compareTo(largest.allocatable().amount(resource))
          > 0) {
        largest = pool;
      }
    }
    findings.add(
        cluster,
        demand.workload().release(),
        largestRequest(demand, resource),
        "A pod of %s requests %s of %s, and the largest node has %s for pods, so it is never scheduled."
            .formatted(
                demand.workload().title(),
                AmountText.of(resource, demand.each().requests().amount(resource)),
                resource,
                AmountText.of(resource, largest.allocatable().amount(resource))));
  }

  /** The request that a person would lower. */
  private static Field largestRequest(Demand demand, String resource) {
    Field largest = demand.workload().pods().spec().get("containers");
    BigDecimal most = BigDecimal.ZERO;
    for (Container container : demand.workload().pods().allContainers()) {
      for (String side : List.of("limits", "requests")) {
        Field field = container.get("resources", side, resource);
        BigDecimal amount = field.quantity().map(Quantity::value).orElse(BigDecimal.ZERO);
        boolean decides =
            side.equals("requests") || !container.get("resources", "requests", resource).exists();
        if (decides && amount.compareTo(most) > 0) {
          most = amount;
          largest = field;
        }
      }
    }
    return largest;
  }
}
