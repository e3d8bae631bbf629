package dev.plimsoll.rules.values;

import java.math.BigDecimal;

/**
 * Prints a {@code float64} as a Go template does: {@code %v}, which is {@code %g} with the shortest
 * digits.
 */
final class GoFloat {

  /** The smallest whole number that is printed with an exponent. */
  static final long FIRST_WITH_EXPONENT = 1_000_000L;

  // strconv's %e for shortest digits: below the first, and from the second on.
  private static final int MIN_EXPONENT = -4;
  private static final int EXPONENT_FROM = 6;

  private GoFloat() {}

  static String format(double value) {
    if (value == 0) {
      return 1 / value < 0 ? "-0" : "0";
    }
    BigDecimal shortest = new BigDecimal(Double.toString(value)).stripTrailingZeros();
    String digits = shortest.unscaledValue().abs().toString();
    int exponent = digits.length() - shortest.scale() - 1;
    String sign = value < 0 ? "-" : "";
    if (exponent >= MIN_EXPONENT && exponent < EXPONENT_FROM) {
      return shortest.toPlainString();
    }
    String fraction = digits.length() > 1 ? "." + digits.substring(1) : "";
    String power =
        (exponent < 0 ? "-" : "+") + (Math.abs(exponent) < 10 ? "0" : "") + Math.abs(exponent);
    return sign + digits.charAt(0) + fraction + "e" + power;
  }
}
