package dev.plimsoll.cel.value;

import java.util.Collection;
import org.jspecify.annotations.Nullable;

/** A map. */
public interface CelMap {

  int size();

  /** The value at a key; numbers that are equal are the same key. Null if there is none. */
  @Nullable Object get(Object key);

  /** The keys in the order in which macros visit them. */
  Collection<?> keys();
}
