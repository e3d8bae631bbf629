package dev.plimsoll.helmfile;

import dev.plimsoll.values.ListValue;
import dev.plimsoll.values.MapValue;
import dev.plimsoll.values.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Lays one map of state values over another ({@code pkg/maputil.MergeMaps}). */
final class ValueMaps {

  private ValueMaps() {}

  /** A list without nulls replaces, one with nulls changes the items that it names. */
  static MapValue merge(MapValue base, MapValue over) {
    return merge(base, over, false);
  }

  /** A list changes the items that it names: what {@code --state-values-set} wants. */
  static MapValue mergeItems(MapValue base, MapValue over) {
    return merge(base, over, true);
  }

  private static MapValue merge(MapValue base, MapValue over, boolean byItem) {
    if (over.entries().isEmpty()) {
      return base;
    }
    if (base.entries().isEmpty()) {
      return over;
    }
    Map<String, Value> entries = new LinkedHashMap<>(base.entries());
    over.entries()
        .forEach((key, value) -> entries.put(key, merged(entries.get(key), value, byItem)));
    List<Value> shadowed = new ArrayList<>();
    shadowed.add(base);
    shadowed.addAll(base.shadowed());
    return new MapValue(entries, Map.of(), over.origin(), shadowed);
  }

  private static Value merged(@Nullable Value base, Value over, boolean byItem) {
    if (base == null) {
      return over;
    }
    if (Nodes.isNil(over)) {
      return base;
    }
    if (base instanceof MapValue a && over instanceof MapValue b) {
      return merge(a, b, byItem);
    }
    if (base instanceof ListValue a && over instanceof ListValue b) {
      boolean isSparse = byItem || b.items().stream().anyMatch(Nodes::isNil);
      return isSparse ? items(a, b, byItem) : Nodes.over(b, a);
    }
    return Nodes.over(over, base);
  }

  private static ListValue items(ListValue base, ListValue over, boolean byItem) {
    List<Value> items = new ArrayList<>(base.items());
    for (int i = 0; i < over.items().size(); i++) {
      Value item = over.items().get(i);
      if (i >= items.size()) {
        items.add(item);
      } else if (!Nodes.isNil(item)) {
        Value before = items.get(i);
        items.set(
            i,
            before instanceof MapValue a && item instanceof MapValue b
                ? merge(a, b, byItem)
                : Nodes.over(item, before));
      }
    }
    return new ListValue(items, over.origin(), List.of(base));
  }
}
