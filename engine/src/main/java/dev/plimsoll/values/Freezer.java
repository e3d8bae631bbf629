package dev.plimsoll.values;

import dev.plimsoll.origin.Origin;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Turns the mutable tree into values. What nobody changed is given back as it came. */
final class Freezer {

  private Freezer() {}

  /**
   * Freezes a map.
   *
   * @param around the origin of the nearest map around it, for maps that no layer says
   */
  static MapValue freeze(Table table, Origin around) {
    MapValue done = table.frozen();
    if (done != null) {
      return done;
    }
    List<Value> chain = table.chain();
    Origin origin = table.origin(around);
    Map<String, Value> entries = LinkedHashMap.newLinkedHashMap(table.entries().size());
    table.entries().forEach((key, node) -> entries.put(key, freeze(node, origin)));
    MapValue source = table.source();
    if (source != null && isUnchanged(source, table, entries)) {
      return table.freezeAs(source);
    }
    List<Value> shadowed = chain.isEmpty() ? List.of() : chain.subList(1, chain.size());
    MapValue written = !chain.isEmpty() && chain.getFirst() instanceof MapValue map ? map : null;
    return table.freezeAs(new MapValue(entries, table.deleted(), origin, shadowed, written));
  }

  private static Value freeze(Node node, Origin around) {
    return switch (node) {
      case Fixed(Value value) -> value;
      case Table table -> freeze(table, around);
      case Items items -> freeze(items, around);
    };
  }

  private static ListValue freeze(Items items, Origin around) {
    List<Value> chain = items.chain();
    Origin origin = items.origin(around);
    List<Value> values = new ArrayList<>(items.nodes().size());
    for (Node node : items.nodes()) {
      values.add(freeze(node, origin));
    }
    return new ListValue(
        values, origin, chain.isEmpty() ? List.of() : chain.subList(1, chain.size()));
  }

  @SuppressWarnings("ReferenceEquality") // Whatever changed is another object; comparing is dear.
  private static boolean isUnchanged(MapValue source, Table table, Map<String, Value> entries) {
    if (table.chain().size() != 1 + source.shadowed().size()
        || entries.size() != source.entries().size()
        || table.deleted().size() != source.deleted().size()) {
      return false;
    }
    for (Map.Entry<String, Value> entry : entries.entrySet()) {
      if (source.entries().get(entry.getKey()) != entry.getValue()) {
        return false;
      }
    }
    return true;
  }
}
