package dev.plimsoll.rules.capacity;

import dev.plimsoll.capacity.AmountText;
import dev.plimsoll.capacity.ClusterCapacity;
import dev.plimsoll.capacity.Demand;
import dev.plimsoll.capacity.Demand.Moment;
import dev.plimsoll.capacity.NamespaceCapacity;
import dev.plimsoll.capacity.QuotaSpec;
import dev.plimsoll.diagnostic.Diagnostic;
import dev.plimsoll.diagnostic.RelatedLocation;
import dev.plimsoll.index.ClusterObjects;
import dev.plimsoll.index.ObjectIndex.Placed;
import dev.plimsoll.rule.ObjectFindings;
import dev.plimsoll.source.Order;
import dev.plimsoll.template.origin.SpanOrigin;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/**
 * Pods of a namespace that together ask for more than its quota allows: always, or when autoscalers
 * and rollouts make as many as they may.
 */
public final class ExceededQuota extends CapacityRule {

  private final List<Moment> moments;

  private ExceededQuota(String id, CapacityShelf capacities, List<Moment> moments) {
    super(id, capacities);
    this.moments = moments;
  }

  /** What is always too much. */
  public static ExceededQuota always(CapacityShelf capacities) {
    return new ExceededQuota("exceeded-quota", capacities, List.of(Moment.STEADY));
  }

  /** What is too much at times only. */
  public static ExceededQuota atPeak(CapacityShelf capacities) {
    return new ExceededQuota(
        "exceeded-quota-at-peak", capacities, List.of(Moment.PEAK, Moment.ROLLOUT));
  }

  @Override
  void check(ClusterCapacity capacity, ClusterObjects cluster, ObjectFindings findings) {
    for (NamespaceCapacity namespace : capacity.namespaces()) {
      for (QuotaSpec quota : namespace.quotas()) {
        for (String resource : new TreeSet<>(quota.hard().byResource().keySet())) {
          if (NamespaceCapacity.isOfPods(resource)) {
            first(namespace, quota, resource)
                .map(moment -> new Exceeded(namespace, quota, resource, moment))
                .ifPresent(found -> found.report(cluster, findings));
          }
        }
      }
    }
  }

  /** The first moment at which it is too much; of what always is, a peak says nothing new. */
  private Optional<Moment> first(NamespaceCapacity namespace, QuotaSpec quota, String resource) {
    boolean isAlways = namespace.exceeds(quota, resource, Moment.STEADY);
    return moments.stream()
        .filter(moment -> !isAlways || moment == Moment.STEADY)
        .filter(moment -> namespace.exceeds(quota, resource, moment))
        .findFirst();
  }

  /** A limit that is exceeded. */
  private record Exceeded(
      NamespaceCapacity namespace, QuotaSpec quota, String resource, Moment moment) {

    void report(ClusterObjects cluster, ObjectFindings findings) {
      Demand most = most();
      Diagnostic found =
          findings.at(
              most.workload().autoscaler().map(Placed::release).orElse(most.workload().release()),
              most.decides(moment),
              message(most));
      Optional<SpanOrigin> said = quota.hard(resource).origin();
      findings.add(
          said.isEmpty()
              ? found
              : found.withRelated(
                  RelatedLocation.Role.DEFINITION,
                  said.get().location(),
                  "The quota says it here."),
          cluster.cells(most.workload().release()));
    }

    /** The workload with the largest part. */
    private Demand most() {
      return namespace.demands().stream()
          .filter(demand -> quota.counts(demand.workload(), demand.each()))
          .max(Order.by(demand -> NamespaceCapacity.used(demand, resource, moment)))
          .orElseThrow();
    }

    private String message(Demand most) {
      String when =
          switch (moment) {
            case STEADY -> "";
            case PEAK -> " when autoscalers have made all pods that they may and jobs run";
            case ROLLOUT -> " when that is rolled out at the peak of autoscalers and jobs";
          };
      return "The pods of namespace `%s` come to %s%s, and %s allows %s: the API server refuses the pods beyond that. %s has the largest part, %s."
          .formatted(
              namespace.namespace(),
              amount(namespace.used(quota, resource, moment).orElseThrow()),
              when,
              quota.owner(),
              AmountText.of(resource, quota.hard().amount(resource)),
              most.workload().title(),
              part(most));
    }

    /** {@code 200m of requests.cpu}, {@code 3 pods}. */
    private String amount(BigDecimal amount) {
      String text = AmountText.of(resource, amount);
      return isCount() ? text + (text.equals("1") ? " pod" : " pods") : text + " of " + resource;
    }

    private String part(Demand most) {
      BigDecimal used = NamespaceCapacity.used(most, resource, moment);
      String pods = most.pods(moment) + (most.pods(moment) == 1 ? " pod" : " pods");
      return isCount() ? pods : pods + " with " + AmountText.of(resource, used);
    }

    private boolean isCount() {
      return resource.endsWith("pods");
    }
  }
}
