package dev.plimsoll.cel.function;

import dev.plimsoll.cel.value.CelFailure;
import dev.plimsoll.cel.value.Unsigned;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;

/** Arithmetic that ends in an error instead of wrapping around. */
final class Arithmetic {

  private static final Instant FIRST_INSTANT = Instant.parse("0001-01-01T00:00:00Z");
  private static final Instant LAST_INSTANT = Instant.parse("9999-12-31T23:59:59.999999999Z");

  /** Go counts durations in nanoseconds, 64 bits of them. */
  private static final Duration LONGEST = Duration.ofNanos(Long.MAX_VALUE);

  private static final Duration MOST_NEGATIVE = Duration.ofNanos(Long.MIN_VALUE);

  private Arithmetic() {}

  static Object add(Object left, Object right) {
    if (left instanceof Long first && right instanceof Long second) {
      long sum = first + second;
      if (((first ^ sum) & (second ^ sum)) < 0) {
        throw overflow();
      }
      return sum;
    }
    if (left instanceof Double first && right instanceof Double second) {
      return first + second;
    }
    if (left instanceof Unsigned first && right instanceof Unsigned second) {
      Unsigned sum = new Unsigned(first.bits() + second.bits());
      if (sum.compareTo(first) < 0) {
        throw CelFailure.of("unsigned integer overflow");
      }
      return sum;
    }
    throw CelFailure.of("no such overload");
  }

  static Object subtract(Object left, Object right) {
    if (left instanceof Long first && right instanceof Long second) {
      long difference = first - second;
      if (((first ^ second) & (first ^ difference)) < 0) {
        throw overflow();
      }
      return difference;
    }
    if (left instanceof Double first && right instanceof Double second) {
      return first - second;
    }
    throw CelFailure.of("no such overload");
  }

  static long negate(long number) {
    if (number == Long.MIN_VALUE) {
      throw overflow();
    }
    return -number;
  }

  /** {@code *}, {@code /} and {@code %}. */
  static Object multiplicative(String function, Object left, Object right) {
    if (left instanceof Long first && right instanceof Long second) {
      return whole(function, first, second);
    }
    if (left instanceof Double first && right instanceof Double second) {
      if (function.equals("_*_")) {
        return first * second;
      }
      if (function.equals("_/_")) {
        return first / second;
      }
    }
    if (left instanceof Unsigned first && right instanceof Unsigned second) {
      return unsigned(function, first.bits(), second.bits());
    }
    throw CelFailure.of("no such overload");
  }

  private static long whole(String function, long left, long right) {
    if (function.equals("_*_")) {
      try {
        return Math.multiplyExact(left, right);
      } catch (ArithmeticException _) {
        throw overflow();
      }
    }
    boolean divides = function.equals("_/_");
    if (right == 0) {
      throw CelFailure.of(divides ? "division by zero" : "modulus by zero");
    }
    if (left == Long.MIN_VALUE && right == -1) {
      throw overflow();
    }
    return divides ? left / right : left % right;
  }

  private static Unsigned unsigned(String function, long left, long right) {
    if (function.equals("_*_")) {
      if (Math.unsignedMultiplyHigh(left, right) != 0) {
        throw CelFailure.of("unsigned integer overflow");
      }
      return new Unsigned(left * right);
    }
    boolean divides = function.equals("_/_");
    if (right == 0) {
      throw CelFailure.of(divides ? "division by zero" : "modulus by zero");
    }
    return new Unsigned(
        divides ? Long.divideUnsigned(left, right) : Long.remainderUnsigned(left, right));
  }

  static Duration checked(Duration duration) {
    if (duration.compareTo(LONGEST) > 0 || duration.compareTo(MOST_NEGATIVE) < 0) {
      throw CelFailure.of("duration overflow");
    }
    return duration;
  }

  static Instant checked(Instant instant) {
    if (instant.isBefore(FIRST_INSTANT) || instant.isAfter(LAST_INSTANT)) {
      throw CelFailure.of("timestamp overflow");
    }
    return instant;
  }

  static Instant plus(Instant instant, Duration duration) {
    try {
      return checked(instant.plus(duration));
    } catch (DateTimeException | ArithmeticException _) {
      throw CelFailure.of("timestamp overflow");
    }
  }

  private static CelFailure overflow() {
    return CelFailure.of("integer overflow");
  }
}
