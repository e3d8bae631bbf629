package dev.plimsoll.values;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** Floating-point numbers as Go writes them, with the fewest digits that read back the same. */
final class GoNumber {

  private GoNumber() {}

  /**
   * {@code encoding/json}: a decimal between 1e-6 and 1e21, else with an exponent.
   *
   * @param value finite
   */
  static String json(double value) {
    if (value == 0) {
      return zero(value);
    }
    double size = Math.abs(value);
    BigDecimal digits = shortest(size);
    String text = size < 1e-6 || size >= 1e21 ? scientific(digits, 1) : digits.toPlainString();
    return value < 0 ? "-" + text : text;
  }

  /**
   * {@code strconv.FormatFloat(value, 'g', -1, 64)}: a decimal between 1e-4 and 1e21, else with an
   * exponent.
   *
   * @param value finite
   * @param exponentFrom the first power of ten that is written with an exponent: 21 for {@code %v},
   *     6 where the verb is a plain {@code 'g'}
   */
  static String general(double value, int exponentFrom) {
    if (value == 0) {
      return zero(value);
    }
    BigDecimal digits = shortest(Math.abs(value));
    int exponent = digits.precision() - digits.scale() - 1;
    // 'g' shows every digit that there is before it goes over to an exponent.
    boolean decimal = exponent >= -4 && exponent < exponentFrom;
    String text = decimal ? digits.toPlainString() : scientific(digits, 2);
    return value < 0 ? "-" + text : text;
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
