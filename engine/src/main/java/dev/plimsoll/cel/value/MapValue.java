package dev.plimsoll.cel.value;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A map that an expression or a caller makes. */
public final class MapValue implements CelMap {

  public static final MapValue EMPTY = new MapValue(new LinkedHashMap<>(), List.of());

  /** By keys in the form of {@link #normal}. */
  private final Map<Object, Object> entries;

  private final List<Object> keys;

  private MapValue(Map<Object, Object> entries, List<Object> keys) {
    this.entries = entries;
    this.keys = keys;
  }

  /** The map with these entries, in their order. */
  public static MapValue of(Map<?, ?> entries) {
    Builder builder = new Builder();
    entries.forEach(builder::put);
    return builder.build();
  }

  /** The form in which numbers that are equal are equal for Java. */
  static Object normal(Object key) {
    if (key instanceof Unsigned number && !number.isLarge()) {
      return number.bits();
    }
    if (key instanceof Double number
        && number == Math.rint(number)
        && number >= -0x1p63
        && number < 0x1p63) {
      return number.longValue();
    }
    return key;
  }

  @Override
  public int size() {
    return keys.size();
  }

  @Override
  public @Nullable Object get(Object key) {
    return entries.get(normal(key));
  }

  @Override
  public Collection<?> keys() {
    return keys;
  }

  /** The same with one more entry; the key must be new. */
  public MapValue with(Object key, Object value) {
    Builder builder = new Builder();
    builder.entries.putAll(entries);
    builder.keys.addAll(keys);
    builder.put(key, value);
    return builder.build();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof CelMap map && Equality.areEqual(this, map);
  }

  @Override
  public int hashCode() {
    return keys.size();
  }

  @Override
  public String toString() {
    return entries.toString();
  }

  /** Collects entries. */
  public static final class Builder {

    private final Map<Object, Object> entries = new LinkedHashMap<>();
    private final List<Object> keys = new ArrayList<>();

    /** Adds an entry whose key must be new. */
    public Builder put(Object key, Object value) {
      boolean isKey =
          key instanceof String
              || key instanceof Boolean
              || key instanceof Long
              || key instanceof Unsigned;
      if (!isKey) {
        throw CelFailure.of("unsupported key type: " + CelType.of(key).name());
      }
      if (entries.putIfAbsent(normal(key), value) != null) {
        throw CelFailure.of("insert failed: key " + key + " already exists");
      }
      keys.add(key);
      return this;
    }

    public MapValue build() {
      return new MapValue(entries, keys);
    }
  }
}
