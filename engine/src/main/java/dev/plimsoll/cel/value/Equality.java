package dev.plimsoll.cel.value;

/** CEL's {@code ==}: values of different types are different, but numbers are compared as such. */
public final class Equality {

  private Equality() {}

  public static boolean areEqual(Object left, Object right) {
    if (left instanceof String || left instanceof Boolean) {
      return left.equals(right);
    }
    if (Numbers.isNumber(left)) {
      return Numbers.isNumber(right) && Numbers.areEqual(left, right);
    }
    if (left instanceof CelList first) {
      return right instanceof CelList second && areEqual(first, second);
    }
    if (left instanceof CelMap first) {
      return right instanceof CelMap second && areEqual(first, second);
    }
    if (left instanceof CelOptional(Object first) && right instanceof CelOptional(Object second)) {
      boolean both = first != null && second != null;
      return both ? areEqual(first, second) : (first == null) == (second == null);
    }
    return left.equals(right);
  }

  static boolean areEqual(CelList left, CelList right) {
    int size = left.size();
    if (size != right.size()) {
      return false;
    }
    for (int i = 0; i < size; i++) {
      if (!areEqual(left.get(i), right.get(i))) {
        return false;
      }
    }
    return true;
  }

  static boolean areEqual(CelMap left, CelMap right) {
    if (left.size() != right.size()) {
      return false;
    }
    for (Object key : left.keys()) {
      Object first = left.get(key);
      Object second = right.get(key);
      if (first == null || second == null || !areEqual(first, second)) {
        return false;
      }
    }
    return true;
  }

  /** Whether an item of a list is equal to a value. */
  public static boolean contains(CelList list, Object value) {
    for (int i = 0; i < list.size(); i++) {
      if (areEqual(list.get(i), value)) {
        return true;
      }
    }
    return false;
  }
}
