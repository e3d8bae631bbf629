package dev.plimsoll.helmfile;

import dev.plimsoll.values.GoScalar;
import dev.plimsoll.values.ListValue;
import dev.plimsoll.values.MapValue;
import dev.plimsoll.values.ScalarValue;
import dev.plimsoll.values.Value;
import java.util.LinkedHashMap;
import java.util.Map;

/** Inline values as Helm reads them from the file that helmfile writes: numbers are floats. */
final class HelmValues {

  private HelmValues() {}

  static Value of(Value value) {
    return switch (value) {
      case MapValue map -> {
        Map<String, Value> entries = new LinkedHashMap<>();
        map.entries().forEach((key, entry) -> entries.put(key, of(entry)));
        yield new MapValue(entries, map.deleted(), map.origin(), map.shadowed());
      }
      case ListValue list ->
          new ListValue(
              list.items().stream().map(HelmValues::of).toList(), list.origin(), list.shadowed());
      case ScalarValue(GoScalar.Int64(long number), var origin, var shadowed) ->
          new ScalarValue(new GoScalar.Float64(number), origin, shadowed);
      case ScalarValue scalar -> scalar;
    };
  }

  static MapValue floats(MapValue map) {
    return of(map) instanceof MapValue root ? root : map;
  }
}
