package dev.plimsoll.cel.value;

import java.time.Duration;
import java.time.Instant;

/** CEL's {@code <}: defined between two values of one ordered type, and between numbers. */
public final class Ordering {

  private Ordering() {}

  /** Whether {@link #compare} may be asked with this on the left. */
  public static boolean isOrdered(Object value) {
    return value instanceof String
        || value instanceof Boolean
        || Numbers.isNumber(value)
        || value instanceof Instant
        || value instanceof Duration
        || value instanceof CelBytes;
  }

  /** Negative, zero or positive. */
  public static int compare(Object left, Object right) {
    if (left instanceof String first && right instanceof String second) {
      return compareText(first, second);
    }
    if (Numbers.isNumber(left) && Numbers.isNumber(right)) {
      if (Numbers.isNaN(left) || Numbers.isNaN(right)) {
        throw CelFailure.of("NaN values cannot be ordered");
      }
      return Numbers.compare(left, right);
    }
    if (left instanceof Boolean first && right instanceof Boolean second) {
      return Boolean.compare(first, second);
    }
    if (left instanceof Instant first && right instanceof Instant second) {
      return Integer.signum(first.compareTo(second));
    }
    if (left instanceof Duration first && right instanceof Duration second) {
      return Integer.signum(first.compareTo(second));
    }
    if (left instanceof CelBytes first && right instanceof CelBytes second) {
      return Integer.signum(first.compareTo(second));
    }
    throw CelFailure.of("no such overload");
  }

  /** By code points, as UTF-8 orders text; Java's own order is that of UTF-16. */
  private static int compareText(String left, String right) {
    int shared = Math.min(left.length(), right.length());
    for (int i = 0; i < shared; i++) {
      char first = left.charAt(i);
      char second = right.charAt(i);
      if (first != second) {
        // Halves of surrogate pairs stand for characters above all others.
        int byPlane = Boolean.compare(Character.isSurrogate(first), Character.isSurrogate(second));
        return byPlane != 0 ? byPlane : Character.compare(first, second);
      }
    }
    return Integer.compare(left.length(), right.length());
  }
}
