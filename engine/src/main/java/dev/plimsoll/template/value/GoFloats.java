package dev.plimsoll.template.value;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;

/** Floating-point numbers as text: {@code strconv.FormatFloat} for 64 bits. */
public final class GoFloats {

  /** The precision that means: as many digits as are needed to read the same number back. */
  public static final int SHORTEST = -1;

  /** From this power of ten on, the shortest {@code 'g'} has an exponent. */
  private static final int SHORTEST_EXPONENT = 6;

  /** No number of 64 bits has more digits before or behind its point. */
  private static final int MOST_DIGITS = 1100;

  private static final int MANTISSA_BITS = 52;
  private static final int BIAS = 1023;

  private GoFloats() {}

  /** The digits of a number without its sign: 0.{@code digits} times ten to the {@code point}. */
  private record Decimal(String digits, int point) {

    private static final Decimal ZERO = new Decimal("", 0);

    static Decimal of(BigDecimal value) {
      if (value.signum() == 0) {
        return ZERO;
      }
      String digits = value.unscaledValue().toString();
      int end = digits.length();
      while (digits.charAt(end - 1) == '0') {
        end--;
      }
      return new Decimal(digits.substring(0, end), digits.length() - value.scale());
    }
  }

  /**
   * Formats a number.
   *
   * @param verb one of {@code b e E f g G x X}
   * @param precision {@link #SHORTEST}, or what the verb makes of it: digits behind the point, for
   *     {@code g} and {@code G} significant digits
   */
  public static String format(double value, char verb, int precision) {
    if (Double.isNaN(value)) {
      return "NaN";
    }
    if (Double.isInfinite(value)) {
      return value > 0 ? "+Inf" : "-Inf";
    }
    String sign = Double.doubleToRawLongBits(value) < 0 ? "-" : "";
    double size = Math.abs(value);
    return switch (verb) {
      case 'b' -> sign + binary(size);
      case 'x', 'X' -> sign + hexadecimal(size, verb, precision);
      default -> sign + decimal(size, verb, precision);
    };
  }

  /** {@code %v} of a number. */
  public static String text(double value) {
    // Most numbers of values are small integers.
    long integer = (long) value;
    if (integer == value && Math.abs(integer) < 1_000_000 && integer != 0) {
      return Long.toString(integer);
    }
    return format(value, 'g', SHORTEST);
  }

  private static String decimal(double size, char verb, int precision) {
    boolean isShortest = precision < 0;
    Decimal digits = isShortest ? shortest(size) : rounded(size, verb, precision);
    int count = digits.digits.length();
    return switch (verb) {
      case 'e', 'E' -> scientific(digits, isShortest ? Math.max(count - 1, 0) : precision, verb);
      case 'f' -> plain(digits, isShortest ? Math.max(count - digits.point, 0) : precision);
      default -> general(digits, isShortest ? count : Math.max(precision, 1), verb, isShortest);
    };
  }

  private static String general(Decimal digits, int precision, char verb, boolean isShortest) {
    int count = digits.digits.length();
    int limit = precision > count && count >= digits.point ? count : precision;
    int exponent = digits.point - 1;
    if (exponent < -4 || exponent >= (isShortest ? SHORTEST_EXPONENT : limit)) {
      return scientific(digits, Math.min(precision, count) - 1, verb == 'g' ? 'e' : 'E');
    }
    int used = precision > digits.point ? count : precision;
    return plain(digits, Math.max(used - digits.point, 0));
  }

  private static Decimal rounded(double size, char verb, int precision) {
    if (size == 0) {
      return Decimal.ZERO;
    }
    BigDecimal exact = new BigDecimal(size);
    int wanted = Math.min(precision, MOST_DIGITS);
    BigDecimal rounded =
        switch (verb) {
          case 'f' -> exact.setScale(wanted, RoundingMode.HALF_EVEN);
          case 'e', 'E' -> exact.round(new MathContext(wanted + 1, RoundingMode.HALF_EVEN));
          default -> exact.round(new MathContext(Math.max(wanted, 1), RoundingMode.HALF_EVEN));
        };
    return Decimal.of(rounded);
  }

  /** Java writes two digits at least, and so 4.9E-324 where 5e-324 is enough. */
  private static Decimal shortest(double size) {
    if (size == 0) {
      return Decimal.ZERO;
    }
    BigDecimal one = new BigDecimal(size).round(new MathContext(1, RoundingMode.HALF_EVEN));
    return Decimal.of(one.doubleValue() == size ? one : new BigDecimal(Double.toString(size)));
  }

  private static String scientific(Decimal decimal, int precision, char letter) {
    String digits = decimal.digits;
    StringBuilder text = new StringBuilder();
    text.append(digits.isEmpty() ? '0' : digits.charAt(0));
    if (precision > 0) {
      int end = Math.min(digits.length(), precision + 1);
      text.append('.');
      if (end > 1) {
        text.append(digits, 1, end);
      }
      text.repeat('0', precision - Math.max(end - 1, 0));
    }
    int exponent = digits.isEmpty() ? 0 : decimal.point - 1;
    return power(text.append(letter), exponent);
  }

  private static String plain(Decimal decimal, int precision) {
    String digits = decimal.digits;
    int point = decimal.point;
    StringBuilder text = new StringBuilder();
    if (point > 0) {
      int end = Math.min(digits.length(), point);
      text.append(digits, 0, end).repeat('0', point - end);
    } else {
      text.append('0');
    }
    if (precision > 0) {
      text.append('.');
      for (int i = 0; i < precision; i++) {
        int at = point + i;
        text.append(at >= 0 && at < digits.length() ? digits.charAt(at) : '0');
      }
    }
    return text.toString();
  }

  /** The exponent with its sign and at least two digits. */
  private static String power(StringBuilder text, int exponent) {
    text.append(exponent < 0 ? '-' : '+');
    int size = Math.abs(exponent);
    if (size < 10) {
      text.append('0');
    }
    return text.append(size).toString();
  }

  private static long mantissa(double size) {
    long bits = Double.doubleToRawLongBits(size);
    long fraction = bits & ((1L << MANTISSA_BITS) - 1);
    return bits >>> MANTISSA_BITS == 0 ? fraction : fraction | (1L << MANTISSA_BITS);
  }

  private static int exponent(double size) {
    int bits = (int) (Double.doubleToRawLongBits(size) >>> MANTISSA_BITS);
    return Math.max(bits, 1) - BIAS;
  }

  private static String binary(double size) {
    int exponent = exponent(size) - MANTISSA_BITS;
    return mantissa(size) + "p" + (exponent >= 0 ? "+" : "") + exponent;
  }

  private static String hexadecimal(double size, char verb, int precision) {
    long mantissa = mantissa(size) << (60 - MANTISSA_BITS);
    int exponent = mantissa == 0 ? 0 : exponent(size);
    while (mantissa != 0 && (mantissa & (1L << 60)) == 0) {
      mantissa <<= 1;
      exponent--;
    }
    if (precision >= 0 && precision < 15) {
      BigInteger dropped = BigInteger.ONE.shiftLeft(60 - 4 * precision);
      BigDecimal kept =
          new BigDecimal(BigInteger.valueOf(mantissa)).divide(new BigDecimal(dropped));
      mantissa =
          kept.setScale(0, RoundingMode.HALF_EVEN).toBigInteger().multiply(dropped).longValue();
      if ((mantissa & (1L << 61)) != 0) {
        mantissa >>= 1;
        exponent++;
      }
    }
    StringBuilder text = new StringBuilder("0").append(verb).append(mantissa >>> 60 & 1);
    fraction(text, mantissa << 4, precision, verb == 'X');
    return power(text.append(verb == 'X' ? 'P' : 'p'), exponent);
  }

  /**
   * @param bits the digits behind the point, the first in the highest four bits
   */
  private static void fraction(StringBuilder text, long bits, int precision, boolean upper) {
    int count = precision;
    if (precision < 0) {
      count = bits == 0 ? 0 : 16 - Long.numberOfTrailingZeros(bits) / 4;
    }
    if (count == 0) {
      return;
    }
    text.append('.');
    long left = bits;
    for (int i = 0; i < count; i++) {
      char digit = Character.forDigit((int) (left >>> 60), 16);
      text.append(upper ? Character.toUpperCase(digit) : digit);
      left <<= 4;
    }
  }
}
