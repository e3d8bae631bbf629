package dev.plimsoll.values;

import dev.plimsoll.origin.Origin;
import java.util.List;

/** A list. Helm never merges lists: the strongest layer replaces the whole. */
public record ListValue(List<Value> items, Origin origin, List<Value> shadowed) implements Value {

  public ListValue {
    items = List.copyOf(items);
    shadowed = List.copyOf(shadowed);
  }
}
