package dev.plimsoll.values;

import java.util.List;

/**
 * A node of the mutable tree in which layers are put together.
 *
 * <p>Helm does this by changing Go maps in place, and some of them are reachable by two ways: what
 * a subchart merges into a global table can be seen in the parent. Only a tree with identity gives
 * the same results; it is private to one operation and {@linkplain Freezer frozen} at its end.
 */
sealed interface Node permits Fixed, Table, Items {

  /** What layers say here, strongest first, each as it stands in its layer. */
  List<Value> chain();

  default boolean isNil() {
    return this instanceof Fixed(ScalarValue(GoScalar.Nil _, _, _));
  }
}
