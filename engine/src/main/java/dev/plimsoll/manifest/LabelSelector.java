package dev.plimsoll.manifest;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Which pods are meant: {@code metav1.LabelSelector}.
 *
 * @param labels what must be equal
 * @param expressions what must hold as well
 */
public record LabelSelector(Map<String, String> labels, List<Expression> expressions) {

  /**
   * One of {@code matchExpressions}.
   *
   * @param operator {@code In}, {@code NotIn}, {@code Exists} or {@code DoesNotExist}
   */
  public record Expression(String key, String operator, List<String> values) {

    /** Whether it holds for these labels. */
    public boolean matches(Map<String, String> labels) {
      String value = labels.get(key);
      return switch (operator) {
        case "In" -> value != null && values.contains(value);
        case "NotIn" -> value == null || !values.contains(value);
        case "Exists" -> value != null;
        case "DoesNotExist" -> value == null;
        default -> false;
      };
    }
  }

  /** Reads {@code matchLabels} and {@code matchExpressions}. */
  public static LabelSelector of(Field selector) {
    List<Expression> expressions = new ArrayList<>();
    for (Field item : selector.get("matchExpressions").items()) {
      expressions.add(
          new Expression(
              item.get("key").text().orElse(""),
              item.get("operator").text().orElse(""),
              item.get("values").texts()));
    }
    return new LabelSelector(KubernetesObject.texts(selector.get("matchLabels")), expressions);
  }

  /** Reads the plain map of a Service or ReplicationController. */
  public static LabelSelector ofMap(Field selector) {
    return new LabelSelector(KubernetesObject.texts(selector), List.of());
  }

  /** Whether nothing is demanded, which means everything or nothing, as the kind has it. */
  public boolean isEmpty() {
    return labels.isEmpty() && expressions.isEmpty();
  }

  public boolean matches(Map<String, String> of) {
    return of.entrySet().containsAll(labels.entrySet())
        && expressions.stream().allMatch(expression -> expression.matches(of));
  }
}
