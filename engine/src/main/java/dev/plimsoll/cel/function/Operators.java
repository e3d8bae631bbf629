package dev.plimsoll.cel.function;

import dev.plimsoll.cel.value.CelBytes;
import dev.plimsoll.cel.value.CelFailure;
import dev.plimsoll.cel.value.CelList;
import dev.plimsoll.cel.value.CelMap;
import dev.plimsoll.cel.value.Equality;
import dev.plimsoll.cel.value.ListValue;
import dev.plimsoll.cel.value.Ordering;
import dev.plimsoll.cel.value.Unsigned;
import java.time.Duration;
import java.time.Instant;

/** The operators, but for those that need not know all their operands. */
final class Operators implements Library {

  @Override
  public Object call(String function, Object[] arguments) {
    Object left = arguments[0];
    if (arguments.length == 1) {
      return unary(function, left);
    }
    Object right = arguments[1];
    return switch (function) {
      case "_==_" -> Equality.areEqual(left, right);
      case "_!=_" -> !Equality.areEqual(left, right);
      case "_<_" -> compare(function, left, right) < 0;
      case "_<=_" -> compare(function, left, right) <= 0;
      case "_>_" -> compare(function, left, right) > 0;
      case "_>=_" -> compare(function, left, right) >= 0;
      case "@in" -> in(left, right);
      case "_+_" -> add(left, right);
      case "_-_" -> subtract(left, right);
      default -> Arithmetic.multiplicative(function, left, right);
    };
  }

  private static Object unary(String function, Object operand) {
    if (function.equals("!_")) {
      if (operand instanceof Boolean truth) {
        return !truth;
      }
    } else if (operand instanceof Long number) {
      return Arithmetic.negate(number);
    } else if (operand instanceof Double number) {
      return -number;
    } else if (operand instanceof Duration duration) {
      return Arithmetic.checked(duration.negated());
    }
    throw CelFailure.of("no such overload: " + function);
  }

  private static int compare(String function, Object left, Object right) {
    if (!Ordering.isOrdered(left)) {
      throw CelFailure.of("no such overload: " + function);
    }
    return Ordering.compare(left, right);
  }

  private static boolean in(Object item, Object container) {
    if (container instanceof CelList list) {
      return Equality.contains(list, item);
    }
    if (container instanceof CelMap map) {
      return map.get(item) != null;
    }
    throw CelFailure.of("no such overload");
  }

  private static Object add(Object left, Object right) {
    if (left instanceof String first && right instanceof String second) {
      return Bounds.text(first, second);
    }
    if (left instanceof CelList first && right instanceof CelList second) {
      return ListValue.concat(first, second);
    }
    if (left instanceof CelBytes first && right instanceof CelBytes second) {
      Bounds.check((long) first.size() + second.size());
      return first.concat(second);
    }
    if (left instanceof Instant first && right instanceof Duration second) {
      return Arithmetic.plus(first, second);
    }
    if (left instanceof Duration first) {
      if (right instanceof Instant second) {
        return Arithmetic.plus(second, first);
      }
      if (right instanceof Duration second) {
        return Arithmetic.checked(first.plus(second));
      }
    }
    return Arithmetic.add(left, right);
  }

  private static Object subtract(Object left, Object right) {
    if (left instanceof Instant first) {
      if (right instanceof Instant second) {
        return Arithmetic.checked(Duration.between(second, first));
      }
      if (right instanceof Duration second) {
        return Arithmetic.plus(first, second.negated());
      }
    }
    if (left instanceof Duration first && right instanceof Duration second) {
      return Arithmetic.checked(first.minus(second));
    }
    if (left instanceof Unsigned first && right instanceof Unsigned second) {
      if (first.compareTo(second) < 0) {
        throw CelFailure.of("unsigned integer overflow");
      }
      return new Unsigned(first.bits() - second.bits());
    }
    return Arithmetic.subtract(left, right);
  }
}
