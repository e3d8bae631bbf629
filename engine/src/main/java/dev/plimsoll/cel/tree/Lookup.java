package dev.plimsoll.cel.tree;

import dev.plimsoll.cel.value.CelFailure;
import dev.plimsoll.cel.value.CelList;
import dev.plimsoll.cel.value.CelMap;
import dev.plimsoll.cel.value.CelOptional;
import dev.plimsoll.cel.value.CelType;
import dev.plimsoll.cel.value.ReadLog;
import dev.plimsoll.cel.value.Unknown;
import dev.plimsoll.cel.value.Unsigned;
import org.jspecify.annotations.Nullable;

/** Reads fields and items, and says so to the log. */
final class Lookup {

  private Lookup() {}

  /** What {@code container.key} and {@code container[key]} give. */
  static Object required(ReadLog reads, Object container, Object key) {
    if (container instanceof CelOptional(Object content)) {
      return content == null ? CelOptional.NONE : optional(reads, content, key);
    }
    Object value = find(reads, container, key);
    if (value == null) {
      throw container instanceof CelList
          ? CelFailure.of("index out of bounds: " + text(key))
          : CelFailure.of("no such key: " + text(key));
    }
    return value;
  }

  /** What {@code container.?key} and {@code container[?key]} give. */
  static CelOptional optional(ReadLog reads, Object container, Object key) {
    if (container instanceof CelOptional(Object content)) {
      return content == null ? CelOptional.NONE : optional(reads, content, key);
    }
    return CelOptional.ofNullable(find(reads, container, key));
  }

  /** The value at a key or index; null if there is none. */
  static @Nullable Object find(ReadLog reads, Object container, Object key) {
    Object value;
    if (container instanceof CelMap map) {
      value = map.get(key);
      reads.add(container, key, value);
    } else if (container instanceof CelList list) {
      long index = index(key);
      value = index >= 0 && index < list.size() ? list.get((int) index) : null;
      reads.add(container, index, value);
    } else {
      return null;
    }
    if (value instanceof Unknown(String what)) {
      throw CelFailure.undecided(what);
    }
    if (value instanceof CelFailure failure) {
      throw failure;
    }
    return value;
  }

  private static long index(Object key) {
    if (key instanceof Long index) {
      return index;
    }
    if (key instanceof Unsigned index && !index.isLarge()) {
      return index.bits();
    }
    if (key instanceof Double index && index == Math.rint(index) && Math.abs(index) < 0x1p53) {
      return index.longValue();
    }
    throw key instanceof Double || key instanceof Unsigned
        ? CelFailure.of("unsupported index value " + text(key) + " in list")
        : CelFailure.of("unsupported index type '" + CelType.of(key).name() + "' in list");
  }

  private static String text(Object key) {
    return key.toString();
  }
}
