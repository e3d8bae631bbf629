package dev.plimsoll.cel.value;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A map with other values at some keys; it is read as if the rest were the map itself.
 *
 * @param base what it adds to
 * @param values by key
 */
public record OverlayMap(CelMap base, Map<String, Object> values) implements CelMap {

  @Override
  public int size() {
    return keys().size();
  }

  @Override
  public @Nullable Object get(Object at) {
    Object value = at instanceof String key ? values.get(key) : null;
    return value == null ? base.get(at) : value;
  }

  @Override
  public Collection<?> keys() {
    List<Object> keys = new ArrayList<>(base.keys());
    for (String key : values.keySet()) {
      if (base.get(key) == null) {
        keys.add(key);
      }
    }
    return keys;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof CelMap map && Equality.areEqual(this, map);
  }

  @Override
  public int hashCode() {
    return size();
  }
}
