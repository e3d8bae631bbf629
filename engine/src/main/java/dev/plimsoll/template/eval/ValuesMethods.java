package dev.plimsoll.template.eval;

import dev.plimsoll.template.value.GoMap;
import dev.plimsoll.template.value.GoValue;
import java.util.List;

/**
 * The methods of {@code .Values} itself: a chart rarely calls one, and a key may hide behind it.
 */
final class ValuesMethods {

  private ValuesMethods() {}

  /** Whether there is a method of that name. */
  static boolean isMethod(String field) {
    return switch (field) {
      case "AsMap", "Table", "PathValue", "YAML", "Encode" -> true;
      default -> false;
    };
  }

  /** Whether a field of a map is a method: one of {@code .Values}, not of a map inside it. */
  static boolean isMethod(GoMap map, String field) {
    return isMethod(field) && !map.typeName().equals(GoMap.ANY) && GoTypes.isAnyMap(map.typeName());
  }

  static List<String> parameters(String method) {
    return switch (method) {
      case "Table", "PathValue" -> List.of("string");
      case "Encode" -> List.of("io.Writer");
      default -> List.of();
    };
  }

  static GoValue call(Execution execution, GoMap map, String method, List<GoValue> arguments) {
    if (method.equals("AsMap") && arguments.isEmpty()) {
      return map;
    }
    throw execution.failure("calling " + method + " of .Values is not supported", map.trace());
  }
}
