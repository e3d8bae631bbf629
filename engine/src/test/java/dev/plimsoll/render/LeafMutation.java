package dev.plimsoll.render;

import dev.plimsoll.values.GoScalar;
import dev.plimsoll.values.JsonPrinter;
import dev.plimsoll.values.ListValue;
import dev.plimsoll.values.MapValue;
import dev.plimsoll.values.ScalarValue;
import dev.plimsoll.values.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Another value for one leaf.
 *
 * @param path of the leaf ({@code image.tag}, {@code hosts.0.name})
 * @param overlay a values file that changes it
 */
record LeafMutation(String path, String overlay) {

  /** One for every leaf that can be changed to something of its type. */
  static List<LeafMutation> all(MapValue values) {
    List<LeafMutation> mutations = new ArrayList<>();
    collect(values, List.of(), values, mutations);
    return mutations;
  }

  private static void collect(
      Value value, List<String> path, MapValue root, List<LeafMutation> into) {
    switch (value) {
      case MapValue map ->
          map.entries().forEach((key, inner) -> collect(inner, join(path, key), root, into));
      case ListValue list -> {
        for (int i = 0; i < list.items().size(); i++) {
          collect(list.items().get(i), join(path, Integer.toString(i)), root, into);
        }
      }
      case ScalarValue scalar ->
          other(scalar.content())
              .ifPresent(changed ->
                  into.add(
                      new LeafMutation(
                          String.join(".", path), overlay(root, path, changed, true))));
    }
  }

  private static List<String> join(List<String> path, String step) {
    List<String> longer = new ArrayList<>(path);
    longer.add(step);
    return longer;
  }

  private static Optional<String> other(GoScalar content) {
    return switch (content) {
      case GoScalar.Nil _ -> Optional.empty();
      case GoScalar.Bool(boolean value) -> Optional.of(Boolean.toString(!value));
      case GoScalar.Int64(long value) -> Optional.of(Long.toString(value + 1));
      case GoScalar.Float64(double value) -> Optional.of(Double.toString(value + 1));
      case GoScalar.Text(String value) -> Optional.of(quoted(value + "x"));
    };
  }

  /**
   * The value with the leaf changed.
   *
   * @param sparse whether maps need only the key on the way; a list replaces the whole list
   */
  private static String overlay(Value value, List<String> path, String leaf, boolean sparse) {
    if (path.isEmpty()) {
      return leaf;
    }
    String step = path.getFirst();
    List<String> rest = path.subList(1, path.size());
    return switch (value) {
      case MapValue map -> overlay(map, step, rest, leaf, sparse);
      case ListValue list -> overlay(list, step, rest, leaf);
      case ScalarValue _ -> throw new IllegalArgumentException("A leaf holds nothing");
    };
  }

  private static String overlay(
      MapValue map, String step, List<String> rest, String leaf, boolean sparse) {
    List<String> parts = new ArrayList<>();
    for (Map.Entry<String, Value> entry : map.entries().entrySet()) {
      boolean onTheWay = entry.getKey().equals(step);
      if (onTheWay || !sparse) {
        String inner =
            onTheWay
                ? overlay(entry.getValue(), rest, leaf, sparse)
                : JsonPrinter.print(entry.getValue());
        parts.add(quoted(entry.getKey()) + ":" + inner);
      }
    }
    return "{" + String.join(",", parts) + "}";
  }

  private static String overlay(ListValue list, String step, List<String> rest, String leaf) {
    List<String> parts = new ArrayList<>();
    for (int i = 0; i < list.items().size(); i++) {
      Value item = list.items().get(i);
      parts.add(
          Integer.toString(i).equals(step)
              ? overlay(item, rest, leaf, false)
              : JsonPrinter.print(item));
    }
    return "[" + String.join(",", parts) + "]";
  }

  private static String quoted(String text) {
    StringBuilder quoted = new StringBuilder("\"");
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"' || c == '\\') {
        quoted.append('\\').append(c);
      } else if (c < ' ') {
        quoted.append("\\u%04x".formatted((int) c));
      } else {
        quoted.append(c);
      }
    }
    return quoted.append('"').toString();
  }
}
