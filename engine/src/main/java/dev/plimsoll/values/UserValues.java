package dev.plimsoll.values;

import dev.plimsoll.origin.Layer;
import dev.plimsoll.origin.Origin;
import dev.plimsoll.source.SourceFile;
import dev.plimsoll.source.Span;
import java.util.List;
import java.util.Map;

/** The values that a user gives. */
public final class UserValues {

  /** The values of a release for which nobody gives any. */
  public static final MapValue NONE =
      new MapValue(
          Map.of(),
          Map.of(),
          new Origin(new Layer(Layer.Kind.VALUES_FILE, new SourceFile("", "")), null, Span.at(0)),
          List.of());

  private UserValues() {}

  /** Opens the values of a user for layering. Those of nobody have no place in any chain. */
  static Table open(MapValue user) {
    return user == NONE ? new Table() : new Table(user);
  }

  /** Merges maps, weakest first, without deleting anything: {@code mergeMaps}. */
  static MapValue mergeAll(List<MapValue> maps) {
    if (maps.size() == 1) {
      return maps.getFirst();
    }
    Table merged = open(maps.getFirst());
    for (MapValue stronger : maps.subList(1, maps.size())) {
      merge(merged, stronger);
    }
    return Freezer.freeze(merged, NONE.origin());
  }

  /** Lets {@code stronger} win over what is in {@code values}. */
  static void merge(Table values, MapValue stronger) {
    values.addStronger(Chain.of(stronger));
    for (Map.Entry<String, Value> entry : stronger.entries().entrySet()) {
      String key = entry.getKey();
      Table known = values.table(key);
      if (known != null && entry.getValue() instanceof MapValue map) {
        merge(known, map);
        continue;
      }
      Node loser = values.get(key);
      values.put(key, new Fixed(entry.getValue()));
      if (loser != null) {
        values.shadow(key, loser.chain());
      }
    }
  }
}
