package dev.plimsoll.rules.capacity;

import dev.plimsoll.capacity.Amounts;
import dev.plimsoll.capacity.ClusterCapacity;
import dev.plimsoll.capacity.Demand;
import dev.plimsoll.capacity.NamespaceCapacity;
import dev.plimsoll.capacity.QuotaSpec;
import dev.plimsoll.capacity.Resources;
import dev.plimsoll.index.ClusterObjects;
import dev.plimsoll.manifest.Container;
import dev.plimsoll.manifest.Field;
import dev.plimsoll.rule.ObjectFindings;
import java.util.List;
import java.util.TreeSet;

/** A container that does not say what a quota counts. */
public final class UnsetQuotaResource extends CapacityRule {

  private static final List<String> DEMANDED = List.of("cpu", "memory");
  private static final String LIMITS = "limits.";
  private static final String REQUESTS = "requests.";

  public UnsetQuotaResource(CapacityShelf capacities) {
    super("unset-quota-resource", capacities);
  }

  @Override
  void check(ClusterCapacity capacity, ClusterObjects cluster, ObjectFindings findings) {
    for (NamespaceCapacity namespace : capacity.namespaces()) {
      for (QuotaSpec quota : namespace.quotas()) {
        for (String counted : new TreeSet<>(quota.hard().byResource().keySet())) {
          String side = counted.startsWith(LIMITS) ? "limits" : "requests";
          String resource = counted.replace(LIMITS, "").replace(REQUESTS, "");
          if (DEMANDED.contains(resource)) {
            namespace.demands().stream()
                .filter(demand -> quota.counts(demand.workload(), demand.each()))
                .forEach(
                    demand -> check(demand, namespace, quota, side, resource, cluster, findings));
          }
        }
      }
    }
  }

  private static void check(
      Demand demand,
      NamespaceCapacity namespace,
      QuotaSpec quota,
      String side,
      String resource,
      ClusterObjects cluster,
      ObjectFindings findings) {
    Field whole = demand.workload().pods().spec().get("resources");
    if (!whole.get("requests").fields().isEmpty() || !whole.get("limits").fields().isEmpty()) {
      return;
    }
    for (Container container : demand.workload().pods().allContainers()) {
      Resources own = Resources.of(container, namespace.limitRanges());
      Amounts amounts = side.equals("limits") ? own.limits() : own.requests();
      if (amounts.get(resource).isEmpty()) {
        findings.add(
            cluster,
            demand.workload().release(),
            container.get("resources", side, resource),
            "%s counts the %s of %s, and the %s of %s has none, so the API server refuses its pods."
                .formatted(
                    capital(quota.owner()),
                    side,
                    resource,
                    container.title(),
                    demand.workload().title()));
      }
    }
  }

  private static String capital(String text) {
    return Character.toUpperCase(text.charAt(0)) + text.substring(1);
  }
}
