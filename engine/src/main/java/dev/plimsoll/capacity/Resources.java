package dev.plimsoll.capacity;

import dev.plimsoll.manifest.Container;
import dev.plimsoll.manifest.Field;
import dev.plimsoll.manifest.PodTemplate;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a container or a pod requests, and what it may use at the most, after the defaults of the
 * API server and of the limit ranges of its namespace.
 */
public record Resources(Amounts requests, Amounts limits) {

  /** Those of a container. */
  public static Resources of(Container container, List<LimitRangeItem> ranges) {
    Amounts limits = Amounts.of(container.get("resources", "limits"));
    // A limit without a request is a request, before any limit range is asked.
    Amounts requests = Amounts.of(container.get("resources", "requests")).or(limits);
    for (LimitRangeItem range : ranges) {
      limits = limits.or(range.defaultLimits());
      requests = requests.or(range.defaultRequests());
    }
    return new Resources(requests, limits);
  }

  /**
   * Those of a pod as the scheduler counts them ({@code PodRequests} and {@code PodLimits} of
   * {@code k8s.io/component-helpers}): containers and sidecars together, or an init container with
   * the sidecars before it if that is more; what the pod itself says goes before that, and its
   * overhead is added.
   */
  public static Resources of(PodTemplate pod, List<LimitRangeItem> ranges) {
    Resources running = new Resources(Amounts.NONE, Amounts.NONE);
    Resources sidecars = running;
    Resources starting = running;
    for (Container container : pod.allContainers()) {
      Resources own = of(container, ranges);
      switch (container.role()) {
        case MAIN -> running = running.plus(own);
        case SIDECAR -> {
          running = running.plus(own);
          sidecars = sidecars.plus(own);
          starting = starting.max(sidecars);
        }
        case INIT -> starting = starting.max(sidecars.plus(own));
      }
    }
    Resources all = running.max(starting);
    Field whole = pod.spec().get("resources");
    Amounts podLimits = ofPod(whole.get("limits"));
    // The request of a pod is its limit where containers request nothing.
    Amounts podRequests = ofPod(whole.get("requests"));
    Amounts requests = podRequests.or(all.requests()).or(podLimits);
    Amounts limits = podLimits.or(all.limits());
    Amounts overhead = Amounts.of(pod.spec().get("overhead"));
    Map<String, BigDecimal> onLimits = new TreeMap<>(overhead.byResource());
    onLimits.keySet().removeIf(name -> limits.amount(name).signum() == 0);
    return new Resources(requests.plus(overhead), limits.plus(new Amounts(onLimits)));
  }

  private Resources plus(Resources other) {
    return new Resources(requests.plus(other.requests), limits.plus(other.limits));
  }

  private Resources max(Resources other) {
    return new Resources(requests.max(other.requests), limits.max(other.limits));
  }

  /** A pod as a whole has processor time, memory and huge pages. */
  private static Amounts ofPod(Field map) {
    Map<String, BigDecimal> supported = new TreeMap<>(Amounts.of(map).byResource());
    supported
        .keySet()
        .removeIf(name ->
            !name.equals("cpu") && !name.equals("memory") && !name.startsWith("hugepages-"));
    return new Amounts(supported);
  }
}
