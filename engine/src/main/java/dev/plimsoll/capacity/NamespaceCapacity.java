package dev.plimsoll.capacity;

import dev.plimsoll.capacity.Demand.Moment;
import dev.plimsoll.index.ClusterObjects.Place;
import dev.plimsoll.index.ObjectIndex.Placed;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What one namespace of one environment on one cluster asks for, and what it may have.
 *
 * @param demands of each workload, but for tests
 * @param objects everything that releases bring to it
 */
public record NamespaceCapacity(
    Place place,
    String namespace,
    List<Demand> demands,
    List<Placed> objects,
    List<QuotaSpec> quotas,
    List<LimitRangeItem> limitRanges) {

  private static final String REQUESTS = "requests.";
  private static final String LIMITS = "limits.";
  private static final String COUNT = "count/";

  private static final Map<String, String> COUNTED =
      Map.of(
          "services", "Service",
          "count/services", "Service",
          "secrets", "Secret",
          "count/secrets", "Secret",
          "configmaps", "ConfigMap",
          "count/configmaps", "ConfigMap",
          "count/deployments.apps", "Deployment",
          "count/statefulsets.apps", "StatefulSet",
          "count/cronjobs.batch", "CronJob",
          "count/ingresses.networking.k8s.io", "Ingress");

  public NamespaceCapacity {
    demands = List.copyOf(demands);
    objects = List.copyOf(objects);
    quotas = List.copyOf(quotas);
    limitRanges = List.copyOf(limitRanges);
  }

  /** What all pods ask for at a moment. */
  public Resources total(Moment moment) {
    Amounts requests = Amounts.NONE;
    Amounts limits = Amounts.NONE;
    for (Demand demand : demands) {
      requests = requests.plus(demand.each().requests().times(demand.pods(moment)));
      limits = limits.plus(demand.each().limits().times(demand.pods(moment)));
    }
    return new Resources(requests, limits);
  }

  public long pods(Moment moment) {
    return demands.stream().mapToLong(demand -> demand.pods(moment)).sum();
  }

  /**
   * What a workload uses of an entry of {@code hard}; zero for what it has nothing of, or what is
   * not counted by pods.
   */
  public static BigDecimal used(Demand demand, String resource, Moment moment) {
    BigDecimal pods = BigDecimal.valueOf(demand.pods(moment));
    return perPod(demand, resource).map(pods::multiply).orElse(BigDecimal.ZERO);
  }

  /**
   * What of a quota is used.
   *
   * @return empty for what cannot be seen in the objects of releases
   */
  public Optional<BigDecimal> used(QuotaSpec quota, String resource, Moment moment) {
    if (isOfPods(resource)) {
      BigDecimal sum = BigDecimal.ZERO;
      for (Demand demand : demands) {
        if (quota.counts(demand.workload(), demand.each())) {
          sum = sum.add(used(demand, resource, moment));
        }
      }
      return Optional.of(sum);
    }
    String kind = COUNTED.get(resource);
    if (kind == null) {
      return Optional.empty();
    }
    long count = objects.stream().filter(each -> each.object().kind().equals(kind)).count();
    return Optional.of(BigDecimal.valueOf(count));
  }

  /** Whether more is used than an entry of {@code hard} allows, as far as that can be seen. */
  public boolean exceeds(QuotaSpec quota, String resource, Moment moment) {
    return used(quota, resource, moment)
        .filter(used -> used.compareTo(quota.hard().amount(resource)) > 0)
        .isPresent();
  }

  /** Whether an entry of {@code hard} is about what pods ask for. */
  public static boolean isOfPods(String resource) {
    String name = bare(resource);
    boolean isStandard =
        List.of("cpu", "memory", "ephemeral-storage", "pods").contains(name)
            || name.startsWith("hugepages-");
    boolean isExtended = resource.startsWith(REQUESTS) && name.contains("/");
    return isStandard || isExtended;
  }

  private static String bare(String resource) {
    for (String prefix : List.of(REQUESTS, LIMITS, COUNT)) {
      if (resource.startsWith(prefix)) {
        return resource.substring(prefix.length());
      }
    }
    return resource;
  }

  private static Optional<BigDecimal> perPod(Demand demand, String resource) {
    String name = bare(resource);
    if (name.equals("pods")) {
      return Optional.of(BigDecimal.ONE);
    }
    return resource.startsWith(LIMITS)
        ? demand.each().limits().get(name)
        : demand.each().requests().get(name);
  }
}
