package dev.plimsoll.cel.policy;

import dev.plimsoll.cel.value.CelList;
import dev.plimsoll.cel.value.CelMap;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * A label selector.
 *
 * @param requirements all must hold; none matches everything
 */
record LabelSelector(List<Requirement> requirements) {

  /** The selector that matches everything. */
  static final LabelSelector EVERYTHING = new LabelSelector(List.of());

  /**
   * What a label must be.
   *
   * @param operator {@code In}, {@code NotIn}, {@code Exists} or {@code DoesNotExist}
   */
  record Requirement(String key, String operator, List<String> values) {

    boolean matches(Optional<String> label) {
      return switch (operator) {
        case "In" -> label.filter(values::contains).isPresent();
        case "NotIn" -> label.filter(values::contains).isEmpty();
        case "Exists" -> label.isPresent();
        default -> label.isEmpty();
      };
    }
  }

  static LabelSelector of(CelMap selector) {
    List<Requirement> requirements = new ArrayList<>();
    if (selector.get("matchLabels") instanceof CelMap labels) {
      for (Object key : labels.keys()) {
        requirements.add(
            new Requirement(key.toString(), "In", List.of(String.valueOf(labels.get(key)))));
      }
    }
    if (selector.get("matchExpressions") instanceof CelList expressions) {
      for (Object item : expressions.items()) {
        if (item instanceof CelMap expression) {
          requirements.add(requirement(expression));
        }
      }
    }
    return new LabelSelector(requirements);
  }

  private static Requirement requirement(CelMap expression) {
    List<String> values = new ArrayList<>();
    if (expression.get("values") instanceof CelList given) {
      given.items().forEach(value -> values.add(value.toString()));
    }
    return new Requirement(
        String.valueOf(expression.get("key")), String.valueOf(expression.get("operator")), values);
  }

  boolean matches(CelMap labels) {
    return requirements.stream()
        .allMatch(each ->
            each.matches(Optional.ofNullable(labels.get(each.key())).map(Object::toString)));
  }

  /**
   * Whether it matches labels of which only some are known; empty if that depends on others.
   *
   * @param isKnown whether the value, or that there is none, is known
   */
  Optional<Boolean> matches(Map<String, String> labels, Predicate<String> isKnown) {
    Function<Requirement, Boolean> test =
        each -> each.matches(Optional.ofNullable(labels.get(each.key())));
    boolean all = true;
    for (Requirement each : requirements) {
      if (!isKnown.test(each.key())) {
        all = false;
      } else if (!test.apply(each)) {
        return Optional.of(false);
      }
    }
    return all ? Optional.of(true) : Optional.empty();
  }
}
