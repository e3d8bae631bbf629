package dev.plimsoll.cel.function;

import dev.plimsoll.cel.value.CelFailure;
import java.math.BigDecimal;

/** Amounts, and the comparisons that they share with versions. */
final class Quantities implements Library {

  @Override
  public Object call(String function, Object[] arguments) {
    Object value = arguments[0];
    if (value instanceof String text) {
      return ofText(function, text);
    }
    if (value instanceof Quantity quantity) {
      return arguments.length == 1
          ? property(function, quantity)
          : binary(function, quantity, arguments);
    }
    if (value instanceof Version version
        && arguments.length == 2
        && arguments[1] instanceof Version other) {
      return compared(function, version.compareTo(other));
    }
    throw CelFailure.noOverload(function, arguments);
  }

  private static Object ofText(String function, String text) {
    Quantity quantity = Quantity.parse(text);
    if (function.equals("isQuantity")) {
      return quantity != null;
    }
    if (!function.equals("quantity")) {
      throw CelFailure.noOverload(function, text);
    }
    if (quantity == null) {
      throw CelFailure.of(
          text.isEmpty()
              ? "unable to parse quantity's suffix"
              : "quantities must match the regular expression"
                  + " '^([+-]?[0-9.]+)([eEinumkKMGTP]*[-+]?[0-9]*)$'");
    }
    return quantity;
  }

  private static Object property(String function, Quantity quantity) {
    Long integer = quantity.integer();
    return switch (function) {
      case "sign" -> (long) quantity.amount().signum();
      case "isInteger" -> integer != null;
      case "asInteger" -> {
        if (integer == null) {
          throw CelFailure.of("cannot convert value to integer");
        }
        yield integer;
      }
      case "asApproximateFloat" -> quantity.amount().doubleValue();
      default -> throw CelFailure.noOverload(function, quantity);
    };
  }

  private static Object binary(String function, Quantity quantity, Object[] arguments) {
    if (arguments[1] instanceof Quantity other) {
      return switch (function) {
        case "add" -> quantity.plus(other.amount());
        case "sub" -> quantity.plus(other.amount().negate());
        default -> compared(function, quantity.amount().compareTo(other.amount()));
      };
    }
    if (arguments[1] instanceof Long number) {
      if (function.equals("add")) {
        return quantity.plus(BigDecimal.valueOf(number));
      }
      if (function.equals("sub")) {
        return quantity.plus(BigDecimal.valueOf(number).negate());
      }
    }
    throw CelFailure.noOverload(function, arguments);
  }

  private static Object compared(String function, int result) {
    return switch (function) {
      case "isGreaterThan" -> result > 0;
      case "isLessThan" -> result < 0;
      default -> (long) Integer.signum(result);
    };
  }
}
