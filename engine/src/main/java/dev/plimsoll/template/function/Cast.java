package dev.plimsoll.template.function;

import dev.plimsoll.template.value.GoBool;
import dev.plimsoll.template.value.GoBytes;
import dev.plimsoll.template.value.GoFloat;
import dev.plimsoll.template.value.GoInt;
import dev.plimsoll.template.value.GoList;
import dev.plimsoll.template.value.GoMap;
import dev.plimsoll.template.value.GoNil;
import dev.plimsoll.template.value.GoObject;
import dev.plimsoll.template.value.GoString;
import dev.plimsoll.template.value.GoValue;
import java.math.BigInteger;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/**
 * Numbers from anything ({@code spf13/cast} 1.7): what cannot be read is zero, without an error.
 */
final class Cast {

  private static final Pattern DECIMAL =
      Pattern.compile("[+-]?(?:\\d+\\.?\\d*|\\.\\d+)(?:[eE][+-]?\\d+)?");
  private static final Pattern HEXADECIMAL =
      Pattern.compile("[+-]?0[xX](?:[0-9a-fA-F]+\\.?[0-9a-fA-F]*|\\.[0-9a-fA-F]+)[pP][+-]?\\d+");
  private static final Pattern SPECIAL = Pattern.compile("(?i)([+-]?)(?:inf|infinity|nan)");

  /** Digits that Go would take minutes for, and no number fits. */
  private static final int MOST_DIGITS = 400;

  private Cast() {}

  /** {@code cast.ToInt64}. */
  static long toInt64(GoValue value) {
    return switch (value) {
      // A named type is none that cast knows, but for these two.
      case GoInt number -> number.type() == GoInt.Type.DURATION ? 0 : number.value();
      case GoFloat number -> truncate(number.value());
      case GoBool bool -> bool.value() ? 1 : 0;
      case GoString string -> parseInt(withoutZeroDecimal(string.text()), 0).orElse(0);
      case GoNil _, GoBytes _, GoList _, GoMap _, GoObject _ -> 0;
    };
  }

  /** {@code cast.ToFloat64}. */
  static double toFloat64(GoValue value) {
    return switch (value) {
      case GoInt number -> number.type() == GoInt.Type.DURATION ? 0 : asFloat(number);
      case GoFloat number -> number.value();
      case GoBool bool -> bool.value() ? 1 : 0;
      case GoString string -> parseFloat(string.text()).orElse(0);
      case GoNil _, GoBytes _, GoList _, GoMap _, GoObject _ -> 0;
    };
  }

  private static double asFloat(GoInt number) {
    return number.type().isSigned() || number.value() >= 0
        ? number.value()
        : new BigInteger(Long.toUnsignedString(number.value())).doubleValue();
  }

  /** {@code int64(f)} on 64-bit machines: what does not fit is the smallest number. */
  static long truncate(double value) {
    boolean fits = value > -0x1p63 && value < 0x1p63;
    return fits ? (long) value : Long.MIN_VALUE;
  }

  /** {@code strconv.Atoi}: a number that is too large is the largest one. */
  static long atoi(String text) {
    if (!text.matches("[+-]?[0-9]+")) {
      return 0;
    }
    if (text.length() > MOST_DIGITS) {
      return text.startsWith("-") ? Long.MIN_VALUE : Long.MAX_VALUE;
    }
    BigInteger value = new BigInteger(text);
    return value.bitLength() < Long.SIZE
        ? value.longValue()
        : value.signum() < 0 ? Long.MIN_VALUE : Long.MAX_VALUE;
  }

  /**
   * {@code strconv.ParseInt}.
   *
   * @param base 0 to go by the prefix ({@code 0x}, {@code 0o}, {@code 0b}, {@code 0}), which also
   *     allows underscores
   * @return empty for what is no number or does not fit
   */
  static OptionalLong parseInt(String text, int base) {
    boolean negative = text.startsWith("-");
    String digits = negative || text.startsWith("+") ? text.substring(1) : text;
    int radix = base == 0 ? radix(digits) : base;
    boolean prefixed = base == 0 && digits.length() > 1 && Character.isLetter(digits.charAt(1));
    String body = prefixed ? digits.substring(2) : digits;
    if (base == 0 && body.indexOf('_') >= 0) {
      if (!hasUnderscoresBetweenDigits(digits, prefixed || radix == 8)) {
        return OptionalLong.empty();
      }
      body = body.replace("_", "");
    }
    if (body.isEmpty() || body.length() > MOST_DIGITS || !isNumber(body, radix)) {
      return OptionalLong.empty();
    }
    BigInteger value = new BigInteger(negative ? "-" + body : body, radix);
    return value.bitLength() < Long.SIZE
        ? OptionalLong.of(value.longValue())
        : OptionalLong.empty();
  }

  private static int radix(String digits) {
    if (!digits.startsWith("0") || digits.length() < 2) {
      return 10;
    }
    return switch (digits.charAt(1)) {
      case 'x', 'X' -> 16;
      case 'b', 'B' -> 2;
      case 'o', 'O' -> 8;
      default -> 8;
    };
  }

  private static boolean isNumber(String digits, int radix) {
    return digits.chars().allMatch(c -> c < 0x80 && Character.digit(c, radix) >= 0);
  }

  /** Underscores stand between digits or behind a prefix, one at a time. */
  private static boolean hasUnderscoresBetweenDigits(String digits, boolean prefixed) {
    return prefixed
        ? !digits.contains("__") && !digits.endsWith("_") && !digits.startsWith("_")
        : digits.matches("[0-9]+(?:_[0-9]+)*");
  }

  /** {@code strconv.ParseFloat}; empty also for what does not fit. */
  static OptionalDouble parseFloat(String text) {
    if (SPECIAL.matcher(text).matches()) {
      boolean isNumber = !text.toLowerCase(Locale.ROOT).endsWith("nan");
      if (!isNumber) {
        return text.length() == 3 ? OptionalDouble.of(Double.NaN) : OptionalDouble.empty();
      }
      return OptionalDouble.of(
          text.startsWith("-") ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY);
    }
    if (!DECIMAL.matcher(text).matches() && !HEXADECIMAL.matcher(text).matches()) {
      return OptionalDouble.empty();
    }
    double value = Double.parseDouble(text);
    return Double.isInfinite(value) ? OptionalDouble.empty() : OptionalDouble.of(value);
  }

  /** Cast's {@code trimZeroDecimal}: {@code 12.00} is 12. */
  private static String withoutZeroDecimal(String text) {
    int end = text.length();
    while (end > 0 && text.charAt(end - 1) == '0') {
      end--;
    }
    boolean zeros = end < text.length();
    return zeros && end > 0 && text.charAt(end - 1) == '.' ? text.substring(0, end - 1) : text;
  }
}
