package dev.plimsoll.cel.function;

import dev.plimsoll.cel.value.CelFailure;
import dev.plimsoll.cel.value.CelList;
import dev.plimsoll.cel.value.CelOptional;
import dev.plimsoll.cel.value.CelType;
import dev.plimsoll.cel.value.Equality;
import dev.plimsoll.cel.value.ListValue;
import dev.plimsoll.cel.value.Ordering;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Functions of lists. */
final class Lists implements Library {

  @Override
  public Object call(String function, Object[] arguments) {
    if (function.equals("lists.range")) {
      return range(arguments[0]);
    }
    if (!(arguments[0] instanceof CelList list)) {
      throw CelFailure.noOverload(function, arguments);
    }
    return switch (function) {
      case "isSorted" -> isSorted(list);
      case "sum" -> sum(list);
      case "min" -> extreme(function, list, -1);
      case "max" -> extreme(function, list, 1);
      case "sort" -> sort(list, list);
      case "distinct" -> distinct(list);
      case "flatten" -> flatten(list, arguments);
      case "slice" -> slice(list, arguments);
      case "first" -> list.size() == 0 ? CelOptional.NONE : CelOptional.of(list.get(0));
      case "last" ->
          list.size() == 0 ? CelOptional.NONE : CelOptional.of(list.get(list.size() - 1));
      default -> sortBy(list);
    };
  }

  static long indexOf(CelList list, Object item) {
    for (int i = 0; i < list.size(); i++) {
      if (Equality.areEqual(list.get(i), item)) {
        return i;
      }
    }
    return -1;
  }

  static long lastIndexOf(CelList list, Object item) {
    for (int i = list.size() - 1; i >= 0; i--) {
      if (Equality.areEqual(list.get(i), item)) {
        return i;
      }
    }
    return -1;
  }

  private static boolean isSorted(CelList list) {
    for (int i = 1; i < list.size(); i++) {
      if (Ordering.compare(list.get(i - 1), list.get(i)) > 0) {
        return false;
      }
    }
    return true;
  }

  private static Object sum(CelList list) {
    if (list.size() == 0) {
      return 0L;
    }
    Object sum = list.get(0);
    for (int i = 1; i < list.size(); i++) {
      sum =
          sum instanceof Duration first && list.get(i) instanceof Duration second
              ? Arithmetic.checked(first.plus(second))
              : Arithmetic.add(sum, list.get(i));
    }
    return sum;
  }

  private static Object extreme(String function, CelList list, int wanted) {
    if (list.size() == 0) {
      throw CelFailure.of(function + " called on empty list");
    }
    Object best = list.get(0);
    for (int i = 1; i < list.size(); i++) {
      if (Integer.signum(Ordering.compare(list.get(i), best)) == wanted) {
        best = list.get(i);
      }
    }
    return best;
  }

  private static ListValue distinct(CelList list) {
    List<Object> seen = new ArrayList<>();
    for (Object item : list.items()) {
      if (indexOf(ListValue.of(seen), item) < 0) {
        seen.add(item);
      }
    }
    return ListValue.of(seen);
  }

  private static ListValue range(Object size) {
    if (!(size instanceof Long count)) {
      throw CelFailure.noOverload("lists.range", size);
    }
    Bounds.check(count);
    List<Object> numbers = new ArrayList<>();
    for (long i = 0; i < count; i++) {
      numbers.add(i);
    }
    return ListValue.of(numbers);
  }

  private static ListValue flatten(CelList list, Object[] arguments) {
    long depth = arguments.length > 1 && arguments[1] instanceof Long given ? given : 1;
    if (depth < 0) {
      throw CelFailure.of("level must be non-negative");
    }
    List<Object> flat = new ArrayList<>();
    flatten(list, depth, flat);
    return ListValue.of(flat);
  }

  private static void flatten(CelList list, long depth, List<Object> flat) {
    for (Object item : list.items()) {
      if (depth > 0 && item instanceof CelList nested) {
        flatten(nested, depth - 1, flat);
      } else {
        flat.add(item);
        Bounds.check(flat.size());
      }
    }
  }

  private static ListValue slice(CelList list, Object[] arguments) {
    if (!(arguments[1] instanceof Long start) || !(arguments[2] instanceof Long end)) {
      throw CelFailure.noOverload("slice", arguments);
    }
    String call = "cannot slice(" + start + ", " + end + "), ";
    if (start < 0 || end < 0) {
      throw CelFailure.of(call + "negative indexes not supported");
    }
    if (start > end) {
      throw CelFailure.of(call + "start index must be less than or equal to end index");
    }
    if (end > list.size()) {
      throw CelFailure.of(call + "list is length " + list.size());
    }
    return ListValue.of(list.items().subList(Math.toIntExact(start), Math.toIntExact(end)));
  }

  /** Sorts a list of pairs, each a key and an item, by the keys. */
  private static ListValue sortBy(CelList pairs) {
    List<Object> keys = new ArrayList<>();
    List<Object> items = new ArrayList<>();
    for (Object pair : pairs.items()) {
      CelList both = (CelList) pair;
      keys.add(both.get(0));
      items.add(both.get(1));
    }
    return sort(ListValue.of(items), ListValue.of(keys));
  }

  private static ListValue sort(CelList list, CelList keys) {
    if (list.size() == 0) {
      return ListValue.EMPTY;
    }
    if (!Ordering.isOrdered(keys.get(0))) {
      throw CelFailure.of("list elements must be comparable");
    }
    CelType type = CelType.of(keys.get(0));
    for (Object key : keys.items()) {
      if (!CelType.of(key).equals(type)) {
        throw CelFailure.of("list elements must have the same type");
      }
    }
    List<Integer> order = new ArrayList<>();
    for (int i = 0; i < list.size(); i++) {
      order.add(i);
    }
    order.sort((first, second) -> Ordering.compare(keys.get(first), keys.get(second)));
    List<Object> sorted = new ArrayList<>();
    order.forEach(index -> sorted.add(list.get(index)));
    return ListValue.of(sorted);
  }
}
