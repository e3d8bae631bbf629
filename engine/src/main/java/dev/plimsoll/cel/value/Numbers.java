package dev.plimsoll.cel.value;

/** Comparison of numbers of different types. */
public final class Numbers {

  private Numbers() {}

  public static boolean isNumber(Object value) {
    return value instanceof Long || value instanceof Double || value instanceof Unsigned;
  }

  static boolean areEqual(Object left, Object right) {
    return !isNaN(left) && !isNaN(right) && compare(left, right) == 0;
  }

  /** Compares two numbers, neither of them NaN. */
  static int compare(Object left, Object right) {
    if (left instanceof Long first && right instanceof Long second) {
      return Long.compare(first, second);
    }
    if (left instanceof Double first && right instanceof Double second) {
      // Not Double.compare, for which -0.0 is below 0.0.
      return first < second ? -1 : first > second ? 1 : 0;
    }
    if (left instanceof Unsigned first && right instanceof Unsigned second) {
      return first.compareTo(second);
    }
    return compareMixed(left, right);
  }

  static boolean isNaN(Object value) {
    return value instanceof Double number && number.isNaN();
  }

  /** Signed and unsigned exactly; with a double as doubles, as the API server does. */
  private static int compareMixed(Object left, Object right) {
    if (left instanceof Long first && right instanceof Unsigned second) {
      return second.isLarge() ? -1 : Long.compare(first, second.bits());
    }
    if (left instanceof Unsigned first && right instanceof Long second) {
      return first.isLarge() ? 1 : Long.compare(first.bits(), second);
    }
    return compare((Object) toDouble(left), toDouble(right));
  }

  private static Double toDouble(Object number) {
    if (number instanceof Unsigned unsigned) {
      return unsigned.toDouble();
    }
    return ((Number) number).doubleValue();
  }
}
