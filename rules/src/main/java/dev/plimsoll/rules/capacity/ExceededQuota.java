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
import dev.plimsoll.template.origin.SpanOrigin;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Pods of a namespace that together ask for more than its quota allows: always, or when autoscalers
 * and rollouts make as many as they may.
 */
public final class ExceededQuota extends CapacityRule {

  private final List<Moment> moments;

  private ExceededQuota(String id, List<Moment> moments) {
    super(id);
    this.moments = moments;
  }

  /** What is always too much. */
  public static ExceededQuota always() {
    return new ExceededQuota("exceeded-quota", List.of(Moment.STEADY));
  }

  /** What is too much at times only. */
  public static ExceededQuota atPeak() {
    return new ExceededQuota("exceeded-quota-at-peak", List.of(Moment.PEAK, Moment.ROLLOUT));
  }

  @Override
  void check(ClusterCapacity capacity, ClusterObjects cluster, ObjectFindings findings) {
    for (NamespaceCapacity namespace : capacity.namespaces()) {
      for (QuotaSpec quota : namespace.quotas()) {
        for (Map.Entry<String, BigDecimal> hard :
            new TreeMap<>(quota.hard().byResource()).entrySet()) {
          Exceeded.of(namespace, quota, hard.getKey(), hard.getValue(), moments)
              .ifPresent(found -> found.report(cluster, findings));
        }
      }
    }
  }

  /**
   * A limit that is exceeded.
   *
   * @param most the workload with the largest part
   */
  private record Exceeded(
      NamespaceCapacity namespace,
      QuotaSpec quota,
      String resource,
      BigDecimal hard,
      Moment moment,
      BigDecimal used,
      Demand most) {

    static Optional<Exceeded> of(
        NamespaceCapacity namespace,
        QuotaSpec quota,
        String resource,
        BigDecimal hard,
        List<Moment> moments) {
      List<Demand> counted = new ArrayList<>();
      for (Demand demand : namespace.demands()) {
        if (quota.counts(demand.workload(), demand.each())) {
          counted.add(demand);
        }
      }
      boolean isSteady = isAbove(namespace, quota, resource, hard, Moment.STEADY);
      for (Moment moment : moments) {
        boolean isOther = isSteady && moment != Moment.STEADY;
        if (!isOther
            && NamespaceCapacity.isOfPods(resource)
            && isAbove(namespace, quota, resource, hard, moment)) {
          Demand most = counted.getFirst();
          for (Demand demand : counted) {
            boolean isMore =
                NamespaceCapacity.used(demand, resource, moment)
                        .compareTo(NamespaceCapacity.used(most, resource, moment))
                    > 0;
            most = isMore ? demand : most;
          }
          BigDecimal used = namespace.used(quota, resource, moment).orElseThrow();
          return Optional.of(new Exceeded(namespace, quota, resource, hard, moment, used, most));
        }
      }
      return Optional.empty();
    }

    private static boolean isAbove(
        NamespaceCapacity namespace,
        QuotaSpec quota,
        String resource,
        BigDecimal hard,
        Moment moment) {
      return namespace
          .used(quota, resource, moment)
          .filter(used -> used.compareTo(hard) > 0)
          .isPresent();
    }

    void report(ClusterObjects cluster, ObjectFindings findings) {
      Diagnostic found =
          findings.at(
              most.workload().autoscaler().map(Placed::release).orElse(most.workload().release()),
              most.decides(moment),
              message());
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

    private String message() {
      String when =
          switch (moment) {
            case STEADY -> "";
            case PEAK -> " when autoscalers have made all pods that they may and jobs run";
            case ROLLOUT -> " when that is rolled out at the peak of autoscalers and jobs";
          };
      return "The pods of namespace `%s` come to %s of %s%s, and %s allows %s: the API server refuses the pods beyond that. %s has the largest part, %d pods with %s."
          .formatted(
              namespace.namespace(),
              AmountText.of(resource, used),
              resource,
              when,
              quota.owner(),
              AmountText.of(resource, hard),
              most.workload().title(),
              most.pods(moment),
              AmountText.of(resource, NamespaceCapacity.used(most, resource, moment)));
    }
  }
}
