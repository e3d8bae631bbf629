package dev.plimsoll.source;

import java.util.Comparator;
import java.util.function.Function;
import java.util.function.ToIntFunction;

/**
 * Comparators like those of {@link Comparator}, which can be serialized: for that Java writes
 * classes at every start, and loads what writes them, while it takes others from its AOT cache.
 */
public final class Order {

  private Order() {}

  /** {@link Comparator#comparing(Function)}. */
  public static <T, K extends Comparable<? super K>> Comparator<T> by(Function<T, K> key) {
    return (one, other) -> key.apply(one).compareTo(key.apply(other));
  }

  /** {@link Comparator#comparing(Function, Comparator)}. */
  public static <T, K> Comparator<T> by(Function<T, K> key, Comparator<? super K> order) {
    return (one, other) -> order.compare(key.apply(one), key.apply(other));
  }

  /** {@link Comparator#comparingInt}. */
  public static <T> Comparator<T> byInt(ToIntFunction<T> key) {
    return (one, other) -> Integer.compare(key.applyAsInt(one), key.applyAsInt(other));
  }

  /** {@link Comparator#thenComparing(Comparator)}: the first that tells two apart decides. */
  @SafeVarargs
  public static <T> Comparator<T> of(Comparator<T>... orders) {
    return (one, other) -> {
      for (Comparator<T> order : orders) {
        int found = order.compare(one, other);
        if (found != 0) {
          return found;
        }
      }
      return 0;
    };
  }
}
