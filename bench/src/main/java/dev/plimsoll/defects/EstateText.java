package dev.plimsoll.defects;

import dev.plimsoll.render.LeafMutation;
import dev.plimsoll.source.SourceFile;
import dev.plimsoll.values.JsonPrinter;
import dev.plimsoll.values.ListValue;
import dev.plimsoll.values.MapValue;
import dev.plimsoll.values.Value;
import dev.plimsoll.yaml.YamlEntry;
import dev.plimsoll.yaml.YamlMapping;
import dev.plimsoll.yaml.YamlNode;
import dev.plimsoll.yaml.YamlParser;
import dev.plimsoll.yaml.YamlSequence;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A values file as a person writes it: one key a line. */
final class EstateText {

  private EstateText() {}

  /**
   * A file that sets one value.
   *
   * @param yaml the value, on one line
   */
  static String block(MapValue root, List<String> steps, String yaml) {
    StringBuilder text = new StringBuilder();
    write(root, steps, yaml, "", text);
    return text.toString();
  }

  private static void write(
      Value value, List<String> steps, String yaml, String indent, StringBuilder out) {
    if (steps.isEmpty()) {
      out.append(' ').append(yaml).append('\n');
      return;
    }
    List<String> rest = steps.subList(1, steps.size());
    out.append(indent.isEmpty() ? "" : "\n");
    if (value instanceof ListValue list) {
      // A list replaces the whole list.
      for (int i = 0; i < list.items().size(); i++) {
        Value item = list.items().get(i);
        boolean isOnTheWay = Integer.toString(i).equals(steps.getFirst());
        out.append(indent).append('-');
        if (isOnTheWay) {
          whole(item, rest, yaml, out);
        } else {
          out.append(' ').append(JsonPrinter.print(item)).append('\n');
        }
      }
      return;
    }
    out.append(indent).append('"').append(steps.getFirst()).append("\":");
    Value inner = value instanceof MapValue map ? map.get(steps.getFirst()).orElse(value) : value;
    write(inner, rest, yaml, indent + "  ", out);
  }

  /** An item of a list, where everything must be said again. */
  private static void whole(Value item, List<String> steps, String yaml, StringBuilder out) {
    out.append(' ').append(LeafMutation.whole(item, steps, yaml)).append('\n');
  }

  /**
   * Where a value stands in such a file.
   *
   * @param withMaps whether the maps around it count too
   */
  static Set<String> places(SourceFile file, List<String> steps, boolean withMaps) {
    Set<String> places = new HashSet<>();
    YamlNode at = YamlParser.parse(file).documents().getFirst().root();
    for (int i = 0; i < steps.size(); i++) {
      boolean counts = withMaps || i == steps.size() - 1;
      if (at instanceof YamlMapping mapping) {
        Optional<YamlEntry> entry = mapping.entry(steps.get(i));
        if (entry.isEmpty()) {
          return places;
        }
        if (counts) {
          places.add(Said.place(file.at(entry.get().key().span())));
        }
        at = entry.get().value();
      } else if (at instanceof YamlSequence sequence) {
        at = sequence.items().get(Integer.parseInt(steps.get(i)));
      }
      if (counts && at != null) {
        places.add(Said.place(file.at(at.span())));
      }
    }
    return places;
  }
}
