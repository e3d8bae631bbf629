package dev.plimsoll.rule;

import java.util.List;
import java.util.Map;

/**
 * The settings of one rule, checked against its declared parameters when the project file was read.
 * Asking for a parameter that the rule does not declare is a bug and throws {@link
 * IllegalArgumentException}.
 *
 * @param values by name: Long, String, Boolean or a list of strings
 */
public record RuleParameters(Map<String, Object> values) {

  public RuleParameters {
    values = Map.copyOf(values);
  }

  public long integer(String name) {
    return get(name, Long.class);
  }

  public String string(String name) {
    return get(name, String.class);
  }

  public boolean bool(String name) {
    return get(name, Boolean.class);
  }

  /** A list of strings. */
  public List<String> strings(String name) {
    List<?> items = get(name, List.class);
    return items.stream().map(String.class::cast).toList();
  }

  private <T> T get(String name, Class<T> type) {
    Object value = values.get(name);
    if (!type.isInstance(value)) {
      throw new IllegalArgumentException("No " + type.getSimpleName() + " parameter " + name);
    }
    return type.cast(value);
  }
}
