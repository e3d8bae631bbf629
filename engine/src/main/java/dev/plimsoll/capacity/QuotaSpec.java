package dev.plimsoll.capacity;

import dev.plimsoll.index.Workload;
import dev.plimsoll.manifest.Field;
import dev.plimsoll.manifest.LabelSelector;
import java.util.Map;

/**
 * A ResourceQuota.
 *
 * @param owner for messages: {@code ResourceQuota `team`}
 * @param spec with the fields {@code hard}, {@code scopes} and {@code scopeSelector}
 * @param hard everything that it limits
 */
public record QuotaSpec(String owner, Field spec, Amounts hard) {

  /**
   * Reads one.
   *
   * @param spec of a ResourceQuota, or what the project file says of one
   */
  public static QuotaSpec of(String owner, Field spec) {
    return new QuotaSpec(owner, spec, Amounts.of(spec.get("hard")));
  }

  /** Where a limit is said. */
  public Field hard(String resource) {
    return spec.get("hard").get(resource);
  }

  /** Whether the pods of a workload count. */
  public boolean counts(Workload workload, Resources each) {
    boolean isCounted =
        spec.get("scopes").items().stream()
            .allMatch(scope -> isIn(scope.text().orElse(""), workload, each));
    for (Field expression : spec.get("scopeSelector", "matchExpressions").items()) {
      String scope = expression.get("scopeName").text().orElse("");
      isCounted &=
          scope.equals("PriorityClass")
              ? isOfClass(expression, workload)
              : isIn(scope, workload, each);
    }
    return isCounted;
  }

  private static boolean isOfClass(Field expression, Workload workload) {
    Map<String, String> labels =
        workload
            .pods()
            .spec()
            .get("priorityClassName")
            .text()
            .map(name -> Map.of("PriorityClass", name))
            .orElse(Map.of());
    return new LabelSelector.Expression(
            "PriorityClass",
            expression.get("operator").text().orElse(""),
            expression.get("values").texts())
        .matches(labels);
  }

  private static boolean isIn(String scope, Workload workload, Resources each) {
    boolean isTerminating = workload.pods().spec().get("activeDeadlineSeconds").exists();
    boolean isBestEffort =
        each.requests().byResource().isEmpty() && each.limits().byResource().isEmpty();
    return switch (scope) {
      case "Terminating" -> isTerminating;
      case "NotTerminating" -> !isTerminating;
      case "BestEffort" -> isBestEffort;
      case "NotBestEffort" -> !isBestEffort;
      case "PriorityClass" -> workload.pods().spec().get("priorityClassName").exists();
      default -> false;
    };
  }
}
