package dev.plimsoll.render;

import dev.plimsoll.origin.Origin;
import dev.plimsoll.values.GoScalar;
import dev.plimsoll.values.JsonPrinter;
import dev.plimsoll.values.ListValue;
import dev.plimsoll.values.MapValue;
import dev.plimsoll.values.ScalarValue;
import dev.plimsoll.values.Value;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Another value for one leaf.
 *
 * @param steps the way to the leaf: keys and indices
 * @param origin where the leaf stands; a global is the same leaf for every chart
 * @param overlay a values file that changes it
 */
public record LeafMutation(List<String> steps, Origin origin, String overlay) {

  public LeafMutation {
    steps = List.copyOf(steps);
  }

  /** A value with everything in it, on one line, and with another one inside. */
  public static String whole(Value value, List<String> steps, String yaml) {
    return overlay(value, steps, yaml, false);
  }

  /**
   * One for every leaf that can be changed to something of its type. A leaf that Helm has copied
   * (globals, imported values) is changed once, where it is nearest to the root.
   */
  public static List<LeafMutation> all(MapValue values) {
    List<LeafMutation> mutations = new ArrayList<>();
    collect(values, List.of(), values, mutations);
    mutations.sort(Comparator.comparingInt(mutation -> mutation.steps().size()));
    Set<Origin> seen = new HashSet<>();
    mutations.removeIf(mutation -> !seen.add(mutation.origin()));
    return mutations;
  }

  /** The leaf as people write it: {@code image.tag}, {@code hosts.0.name}. */
  public String path() {
    return String.join(".", steps);
  }

  /**
   * A values file that sets one value, there or not.
   *
   * @param yaml the value, on one line
   */
  public static String overlay(MapValue root, List<String> steps, String yaml) {
    return overlay(root, steps, yaml, true);
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
                  into.add(new LeafMutation(path, scalar.origin(), overlay(root, path, changed))));
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
      // Never 0, of which templates take the default: that may be the value there was.
      case GoScalar.Int64(long value) -> Optional.of(Long.toString(value == -1 ? 1 : value + 1));
      case GoScalar.Float64(double value) ->
          Optional.of(Double.toString(value == -1 ? 1 : value + 1));
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
      // A null, which a map takes the place of.
      case ScalarValue _ -> "{" + quoted(step) + ":" + overlay(value, rest, leaf, sparse) + "}";
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
    if (!map.entries().containsKey(step)) {
      ScalarValue none = new ScalarValue(new GoScalar.Nil(), map.origin(), List.of());
      parts.add(quoted(step) + ":" + overlay(none, rest, leaf, sparse));
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
