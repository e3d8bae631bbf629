package dev.plimsoll.values;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** Floating-point numbers as Go writes them, with the fewest digits that read back the same. */
final class GoNumber {

  /** The power of ten from which on Go's {@code 'g'} without a precision has an exponent. */
  private static final int SHORT_EXPONENT = 6;

  private static final BigDecimal LARGEST_POSITIVE = new BigDecimal("18446744073709551615");
  private static final BigDecimal LARGEST_NEGATIVE = new BigDecimal("9223372036854775808");

  private GoNumber() {}

  /**
   * {@code encoding/json}: a decimal between 1e-6 and 1e21, else with an exponent.
   *
   * @param value finite
   */
  static String json(double value) {
    if (isSmallInteger(value)) {
      return Long.toString((long) value);
    }
    if (value == 0) {
      return zero(value);
    }
    double size = Math.abs(value);
    BigDecimal digits = shortest(size);
    String text = size < 1e-6 || size >= 1e21 ? scientific(digits, 1) : digits.toPlainString();
    return value < 0 ? "-" + text : text;
  }

  /**
   * What go-yaml writes for a number that came through JSON: integers that fit 64 bits in digits,
   * others as {@code strconv.FormatFloat(value, 'g', -1, 64)} has them.
   */
  static String yaml(double value) {
    if (isSmallInteger(value)) {
      return Long.toString((long) value);
    }
    if (value == 0) {
      return "0";
    }
    if (!Double.isFinite(value)) {
      return Double.isNaN(value) ? ".nan" : value > 0 ? ".inf" : "-.inf";
    }
    BigDecimal digits = shortest(Math.abs(value));
    // The digits count, not the number: -2^63 is written -9223372036854776000, which does not fit.
    BigDecimal limit = value < 0 ? LARGEST_NEGATIVE : LARGEST_POSITIVE;
    if (digits.scale() <= 0 && digits.compareTo(limit) <= 0) {
      return (value < 0 ? "-" : "") + digits.toPlainString();
    }
    return general(value, digits);
  }

  /** What go-yaml v3 writes: {@code strconv.FormatFloat(value, 'g', -1, 64)} and YAML's words. */
  static String yamlGeneral(double value) {
    if (!Double.isFinite(value)) {
      return yaml(value);
    }
    return value == 0 ? zero(value) : general(value, shortest(Math.abs(value)));
  }

  private static String general(double value, BigDecimal digits) {
    int exponent = digits.precision() - digits.scale() - 1;
    boolean decimal = exponent >= -4 && exponent < SHORT_EXPONENT;
    String text = decimal ? digits.toPlainString() : scientific(digits, 2);
    return value < 0 ? "-" + text : text;
  }

  /** The usual case: written in digits by everybody. */
  private static boolean isSmallInteger(double value) {
    return value == Math.rint(value) && Math.abs(value) < 1e15 && value != 0;
  }

  private static String zero(double value) {
    return 1 / value < 0 ? "-0" : "0";
  }

  private static String scientific(BigDecimal digits, int exponentWidth) {
    String unscaled = digits.unscaledValue().toString();
    int exponent = digits.precision() - digits.scale() - 1;
    String fraction = unscaled.length() > 1 ? "." + unscaled.substring(1) : "";
    String power = Integer.toString(Math.abs(exponent));
    String padding = "0".repeat(Math.max(0, exponentWidth - power.length()));
    return unscaled.charAt(0) + fraction + "e" + (exponent < 0 ? "-" : "+") + padding + power;
  }

  /** Java writes two digits at least, and so 4.9E-324 where 5e-324 is enough. */
  private static BigDecimal shortest(double value) {
    BigDecimal one = new BigDecimal(value).round(new MathContext(1, RoundingMode.HALF_EVEN));
    BigDecimal digits = one.doubleValue() == value ? one : new BigDecimal(Double.toString(value));
    return digits.stripTrailingZeros();
  }
}
