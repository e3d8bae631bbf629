package dev.plimsoll.rules.capacity;

import dev.plimsoll.capacity.ClusterCapacity;
import dev.plimsoll.index.ClusterObjects;
import java.util.Collections;
import java.util.Map;
import java.util.WeakHashMap;

/** What each place asks for, counted once for all rules. Thread-safe. */
public final class CapacityShelf {

  private final Map<ClusterObjects, ClusterCapacity> known =
      Collections.synchronizedMap(new WeakHashMap<>());

  ClusterCapacity of(ClusterObjects cluster) {
    return known.computeIfAbsent(cluster, ClusterCapacity::of);
  }
}
