package dev.plimsoll.values;

import dev.plimsoll.origin.Origin;
import java.util.List;

/**
 * A value of the tree that templates see, immutable, with its origin and everything it won over.
 *
 * <p>A map that several layers build together has the origin of the strongest of them, and its
 * entries have origins of their own.
 */
public sealed interface Value permits MapValue, ListValue, ScalarValue {

  /** The strongest place that says this value. */
  Origin origin();

  /**
   * What weaker layers say at the same path, nearest loser first, each as it stands in its layer.
   * For a map these are the maps that were merged into it.
   */
  List<Value> shadowed();
}
