package dev.plimsoll.cel.tree;

import dev.plimsoll.cel.value.CelFailure;
import dev.plimsoll.cel.value.CelOptional;
import dev.plimsoll.cel.value.MapValue;
import java.util.List;

/** {@code {key: value, ?other: value}}. */
public record MapCreation(int offset, List<Entry> entries) implements Expr {

  private static final int COST = 30;

  public MapCreation {
    entries = List.copyOf(entries);
  }

  /**
   * An entry.
   *
   * @param optional whether it is left out if its value is absent
   */
  public record Entry(Expr key, Expr value, boolean optional) {}

  @Override
  public Object evaluate(Frame frame) {
    MapValue.Builder map = new MapValue.Builder();
    for (Entry entry : entries) {
      Object key = entry.key.evaluate(frame);
      Object value = entry.value.evaluate(frame);
      if (!entry.optional) {
        map.put(key, value);
      } else if (value instanceof CelOptional(Object content)) {
        if (content != null) {
          map.put(key, content);
        }
      } else {
        throw CelFailure.of(
            "cannot initialize optional entry '" + key + "' from non-optional value " + value);
      }
    }
    frame.meter.add(COST);
    return map.build();
  }
}
