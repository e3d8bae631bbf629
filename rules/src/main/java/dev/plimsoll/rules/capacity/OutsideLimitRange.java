package dev.plimsoll.rules.capacity;

import dev.plimsoll.capacity.AmountText;
import dev.plimsoll.capacity.Amounts;
import dev.plimsoll.capacity.ClusterCapacity;
import dev.plimsoll.capacity.Demand;
import dev.plimsoll.capacity.LimitRangeItem;
import dev.plimsoll.capacity.NamespaceCapacity;
import dev.plimsoll.capacity.Resources;
import dev.plimsoll.index.ClusterObjects;
import dev.plimsoll.manifest.Container;
import dev.plimsoll.manifest.Field;
import dev.plimsoll.rule.ObjectFindings;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Optional;
import java.util.TreeMap;

/** A request or limit that a LimitRange does not allow. */
public final class OutsideLimitRange extends CapacityRule {

  private static final String REQUESTS = "requests";
  private static final String LIMITS = "limits";

  public OutsideLimitRange(CapacityShelf capacities) {
    super("outside-limit-range", capacities);
  }

  @Override
  void check(ClusterCapacity capacity, ClusterObjects cluster, ObjectFindings findings) {
    for (NamespaceCapacity namespace : capacity.namespaces()) {
      for (LimitRangeItem range : namespace.limitRanges()) {
        for (Demand demand : namespace.demands()) {
          Check check = new Check(range, demand, cluster, findings);
          if (range.type().equals("Pod")) {
            check.of(
                "a pod",
                demand.workload().pods().spec().get("containers"),
                Optional.empty(),
                demand.each());
          } else if (range.type().equals("Container")) {
            for (Container container : demand.workload().pods().allContainers()) {
              check.of(
                  container.title(),
                  container.get("resources"),
                  Optional.of(container),
                  Resources.of(container, namespace.limitRanges()));
            }
          }
        }
      }
    }
  }

  private record Check(
      LimitRangeItem range, Demand demand, ClusterObjects cluster, ObjectFindings findings) {

    void of(String who, Field whole, Optional<Container> container, Resources resources) {
      new TreeMap<>(range.min().byResource())
          .forEach((resource, least) -> {
            below(
                who,
                place(whole, container, REQUESTS, resource),
                resources.requests(),
                REQUESTS,
                resource,
                least);
            below(
                who,
                place(whole, container, LIMITS, resource),
                resources.limits(),
                LIMITS,
                resource,
                least);
          });
      new TreeMap<>(range.max().byResource())
          .forEach((resource, most) -> {
            boolean isAbove =
                above(
                    who,
                    place(whole, container, LIMITS, resource),
                    resources.limits(),
                    LIMITS,
                    resource,
                    most);
            if (!isAbove) {
              above(
                  who,
                  place(whole, container, REQUESTS, resource),
                  resources.requests(),
                  REQUESTS,
                  resource,
                  most);
            }
          });
      new TreeMap<>(range.maxRatio().byResource())
          .forEach((resource, most) -> {
            BigDecimal request = resources.requests().amount(resource);
            BigDecimal limit = resources.limits().amount(resource);
            if (request.signum() > 0 && limit.compareTo(request.multiply(most)) > 0) {
              report(
                  place(whole, container, LIMITS, resource),
                  "The limit of %s of %s of %s is %s times its request, and %s allows %s times"
                      .formatted(
                          resource,
                          who,
                          demand.workload().title(),
                          limit.divide(request, new MathContext(3)).toPlainString(),
                          range.owner(),
                          most.toPlainString()));
            }
          });
    }

    private void below(
        String who, Field place, Amounts amounts, String side, String resource, BigDecimal least) {
      Optional<BigDecimal> amount = amounts.get(resource);
      if (amount.filter(value -> value.compareTo(least) < 0).isPresent()) {
        report(place, sentence(who, side, resource, amount.get(), least, "at the least"));
      }
    }

    private boolean above(
        String who, Field place, Amounts amounts, String side, String resource, BigDecimal most) {
      Optional<BigDecimal> amount = amounts.get(resource);
      boolean isAbove = amount.filter(value -> value.compareTo(most) > 0).isPresent();
      if (isAbove) {
        report(place, sentence(who, side, resource, amount.get(), most, "at the most"));
      }
      return isAbove;
    }

    private String sentence(
        String who, String side, String resource, BigDecimal is, BigDecimal bound, String words) {
      return "The %s of %s of %s of %s is %s, and %s allows %s %s"
          .formatted(
              side.equals(LIMITS) ? "limit" : "request",
              resource,
              who,
              demand.workload().title(),
              AmountText.of(resource, is),
              range.owner(),
              AmountText.of(resource, bound),
              words);
    }

    private void report(Field place, String what) {
      findings.add(
          cluster,
          demand.workload().release(),
          place,
          what + ", so the API server refuses its pods.");
    }

    /** What a container does not say itself, it has of its limit, or of a default. */
    private static Field place(
        Field whole, Optional<Container> container, String side, String resource) {
      if (container.isEmpty()) {
        return whole;
      }
      Field own = whole.get(side, resource);
      Field limit = whole.get(LIMITS, resource);
      return own.exists() || !limit.exists() ? own : limit;
    }
  }
}
