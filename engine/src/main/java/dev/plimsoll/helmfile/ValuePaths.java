package dev.plimsoll.helmfile;

import dev.plimsoll.template.function.FunctionContext;
import dev.plimsoll.template.value.GoFailure;
import dev.plimsoll.template.value.GoMap;
import dev.plimsoll.template.value.GoNil;
import dev.plimsoll.template.value.GoPrinter;
import dev.plimsoll.template.value.GoString;
import dev.plimsoll.template.value.GoValue;
import dev.plimsoll.template.value.Trace;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code get}, {@code getOrNil} and {@code setValueAtPath} ({@code pkg/tmpl/get_or_nil.go}). */
final class ValuePaths {

  /** What is not there, or is nothing that has keys. */
  private static final class NoValue extends RuntimeException {
    private static final long serialVersionUID = 1L;

    NoValue(String message) {
      super(message, null, false, false);
    }
  }

  private ValuePaths() {}

  /** {@code get path [default] object}. */
  static GoValue get(FunctionContext context, List<GoValue> arguments) {
    int given = arguments.size() - 1;
    if (given < 1 || given > 2) {
      throw new GoFailure(
          "unexpected number of args passed to the template function get(path, [def, ]obj):"
              + " expected 1 or 2, got %d".formatted(given));
    }
    GoValue fallback = given == 2 ? arguments.get(1) : null;
    try {
      return find(path(arguments), fallback, arguments.getLast());
    } catch (NoValue e) {
      throw new GoFailure(String.valueOf(e.getMessage()), arguments.getLast().trace());
    }
  }

  /** {@code getOrNil path object}. */
  static GoValue getOrNil(FunctionContext context, List<GoValue> arguments) {
    try {
      return find(path(arguments), null, arguments.get(1));
    } catch (NoValue e) {
      return new GoNil(arguments.get(1).trace());
    }
  }

  private static String path(List<GoValue> arguments) {
    return arguments.getFirst() instanceof GoString text ? text.text() : "";
  }

  private static GoValue find(String path, @Nullable GoValue fallback, GoValue object) {
    GoValue current = object;
    if (path.isEmpty()) {
      return current;
    }
    for (String key : path.split("\\.", -1)) {
      GoValue next = child(current, key);
      if (next == null) {
        if (fallback != null) {
          Trace missing = current instanceof GoMap map ? map.missing(key) : current.trace();
          return fallback.because(missing);
        }
        throw new NoValue(
            "no value exist for key \"%s\" in %s".formatted(key, GoPrinter.text(current)));
      }
      current = next;
    }
    return current;
  }

  private static @Nullable GoValue child(GoValue parent, String key) {
    return switch (parent) {
      case GoMap map -> map.get(key);
      case StructObject struct -> struct.field(key);
      default ->
          throw new NoValue(
              "unexpected type(%s) of value for key \"%s\": it must be either map[string]any or any struct"
                  .formatted(parent.typeName(), key));
    };
  }

  /** {@code setValueAtPath path value values}, which changes the map. */
  static GoValue set(FunctionContext context, List<GoValue> arguments) {
    String path = path(arguments);
    GoValue values = arguments.get(2);
    GoValue current = values;
    String[] keys = path.split("\\.", -1);
    for (int i = 0; i < keys.length - 1; i++) {
      GoValue next = current instanceof GoMap map ? map.get(keys[i]) : null;
      if (next == null) {
        throw new GoFailure(
            "failed to set value at path \"%s\": value for key \"%s\" does not exist"
                .formatted(path, keys[i]));
      }
      if (!(next instanceof GoMap)) {
        throw new GoFailure(
            "failed to set value at path \"%s\": value for key \"%s\" was not a map"
                .formatted(path, keys[i]));
      }
      current = next;
    }
    if (current instanceof GoMap map) {
      map.put(keys[keys.length - 1], arguments.get(1));
    }
    return values;
  }
}
