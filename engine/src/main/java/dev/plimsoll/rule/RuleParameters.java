package dev.plimsoll.rule;

import java.util.Arrays;
import java.util.HashMap;
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

  /** The parameters of a rule that the project does not adjust. */
  public static RuleParameters defaults(RuleMetadata rule) {
    Map<String, Object> values = new HashMap<>();
    rule.parameters().forEach(each -> values.put(each.name(), defaultValue(each)));
    return new RuleParameters(values);
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

  private static Object defaultValue(RuleMetadata.Parameter parameter) {
    String text = parameter.defaultValue();
    return switch (parameter.type()) {
      case "integer" -> Long.valueOf(text);
      case "boolean" -> Boolean.valueOf(text);
      case "string" -> text;
      case "strings" -> items(text);
      default -> throw new IllegalArgumentException("No parameter type " + parameter.type());
    };
  }

  /** Reads {@code [a, b]}, the form in which the catalogue keeps lists; items hold no comma. */
  private static List<String> items(String text) {
    String inside = text.substring(1, text.length() - 1).strip();
    return inside.isEmpty()
        ? List.of()
        : Arrays.stream(inside.split(",")).map(String::strip).toList();
  }

  private <T> T get(String name, Class<T> type) {
    Object value = values.get(name);
    if (!type.isInstance(value)) {
      throw new IllegalArgumentException("No " + type.getSimpleName() + " parameter " + name);
    }
    return type.cast(value);
  }
}
