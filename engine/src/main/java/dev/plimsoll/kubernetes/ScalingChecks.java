package dev.plimsoll.kubernetes;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** What the API server checks of autoscalers and disruption budgets. */
final class ScalingChecks {

  private static final List<String> METRICS =
      List.of("ContainerResource", "External", "Object", "Pods", "Resource");

  private final Demands demands;

  ScalingChecks(int minor, Consumer<Violation> sink) {
    this.demands = new Demands(minor, sink);
  }

  void check(String kind, Part object) {
    Optional<Part> spec = object.get("spec");
    switch (kind) {
      case "HorizontalPodAutoscaler" -> spec.ifPresent(this::autoscaler);
      case "PodDisruptionBudget" -> spec.ifPresent(this::budget);
      default -> {
        // The schema says it all.
      }
    }
  }

  private void budget(Part spec) {
    demands.share(spec, "minAvailable");
    demands.share(spec, "maxUnavailable");
    spec.get("minAvailable")
        .filter(part -> Demands.percent(part).filter(share -> share > 100).isPresent())
        .ifPresent(part -> demands.invalid(part, "must be at most 100%"));
    demands.atMostOne(spec, List.of("minAvailable", "maxUnavailable"), "two limits");
    spec.get("selector").ifPresent(demands::selector);
    demands.supported(spec, "unhealthyPodEvictionPolicy", "AlwaysAllow", "IfHealthyBudget");
  }

  private void autoscaler(Part spec) {
    demands.range(spec, "maxReplicas", 1, Integer.MAX_VALUE);
    // Since 1.37 a scaler may go down to nothing.
    demands.range(spec, "minReplicas", demands.isSince(37) ? 0 : 1, Integer.MAX_VALUE);
    Optional<Long> largest = spec.integer("maxReplicas");
    // The server takes 1 if nothing is said.
    if (largest.isPresent() && spec.integer("minReplicas").orElse(1L) > largest.get()) {
      spec.get("minReplicas")
          .ifPresent(part ->
              demands.report(
                  ObjectRules.CONFLICTING_FIELDS,
                  part,
                  "`minReplicas` (%s) is above `maxReplicas` (%d)."
                      .formatted(part.json().orElse(""), largest.get())));
    }
    spec.get("scaleTargetRef")
        .ifPresent(target -> {
          demands.requireText(target, "kind");
          demands.requireText(target, "name");
          boolean hasGroup = target.text("apiVersion", "").contains("/");
          if (demands.isSince(34) && !hasGroup) {
            demands.missing(target, "apiVersion");
          }
        });
    demands.range(spec, "targetCPUUtilizationPercentage", 1, Integer.MAX_VALUE);
    spec.list("metrics").forEach(this::metric);
    for (String direction : List.of("scaleUp", "scaleDown")) {
      spec.at("behavior", direction).ifPresent(this::behavior);
    }
  }

  private void behavior(Part rules) {
    demands.range(rules, "stabilizationWindowSeconds", 0, 3600);
    demands.supported(rules, "selectPolicy", "Max", "Min", "Disabled");
    if (rules.get("policies").filter(part -> part.isList() && part.items().isEmpty()).isPresent()) {
      demands.missing(rules, "policies");
    }
    for (Part policy : rules.list("policies")) {
      demands.supported(policy, "type", "Percent", "Pods");
      demands.range(policy, "value", 1, Integer.MAX_VALUE);
      demands.range(policy, "periodSeconds", 1, 1800);
    }
  }

  private void metric(Part metric) {
    demands.supported(metric, "type", METRICS.toArray(String[]::new));
    String type = metric.text("type", "");
    if (!METRICS.contains(type)) {
      return;
    }
    String field = Character.toLowerCase(type.charAt(0)) + type.substring(1);
    demands.require(metric, field);
    for (String other : METRICS) {
      String name = Character.toLowerCase(other.charAt(0)) + other.substring(1);
      if (!other.equals(type) && metric.has(name)) {
        demands.report(
            Violation.atKey(
                ObjectRules.CONFLICTING_FIELDS,
                metric.get(name).orElseThrow(),
                "`%s` must not be set where `type` is `%s`.".formatted(metric.path(name), type)));
      }
    }
    metric.get(field).ifPresent(source -> source(type, source));
  }

  private void source(String type, Part source) {
    Optional<Part> target = source.get("target");
    if (target.isEmpty()) {
      // The schema says so.
      return;
    }
    demands.supported(target.get(), "type", "AverageValue", "Utilization", "Value");
    demands.range(target.get(), "averageUtilization", 1, Integer.MAX_VALUE);
    if (type.equals("Resource") || type.equals("ContainerResource")) {
      demands.requireText(source, "name");
      demands.exactlyOne(target.get(), List.of("averageUtilization", "averageValue"), "target");
    }
  }
}
