package dev.plimsoll.template.function;

import dev.plimsoll.template.value.GoBool;
import dev.plimsoll.template.value.GoBytes;
import dev.plimsoll.template.value.GoFloat;
import dev.plimsoll.template.value.GoInt;
import dev.plimsoll.template.value.GoList;
import dev.plimsoll.template.value.GoMap;
import dev.plimsoll.template.value.GoNil;
import dev.plimsoll.template.value.GoNumbers;
import dev.plimsoll.template.value.GoObject;
import dev.plimsoll.template.value.GoString;
import dev.plimsoll.template.value.GoValue;
import java.math.BigInteger;

/**
 * Numbers from anything ({@code spf13/cast} 1.7): what cannot be read is zero, without an error.
 */
final class Cast {

  /** Digits that Java would take minutes for. */
  private static final int MOST_DIGITS = 400;

  private static final BigInteger HUGE = BigInteger.ONE.shiftLeft(Long.SIZE);

  private Cast() {}

  /** {@code cast.ToInt64}. */
  static long toInt64(GoValue value) {
    return switch (value) {
      // A named type is none that cast knows, but for these two.
      case GoInt number -> number.type() == GoInt.Type.DURATION ? 0 : number.value();
      case GoFloat number -> truncate(number.value());
      case GoBool bool -> bool.value() ? 1 : 0;
      case GoString string -> GoNumbers.parseInt(withoutZeroDecimal(string.text())).orElse(0);
      case GoNil _, GoBytes _, GoList _, GoMap _, GoObject _ -> 0;
    };
  }

  /** {@code cast.ToFloat64}. */
  static double toFloat64(GoValue value) {
    return switch (value) {
      case GoInt number -> number.type() == GoInt.Type.DURATION ? 0 : asFloat(number);
      case GoFloat number -> number.value();
      case GoBool bool -> bool.value() ? 1 : 0;
      case GoString string -> GoNumbers.parseFloat(string.text()).orElse(0);
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
    return text.matches("[+-]?[0-9]+") ? inRange(text, 10) : 0;
  }

  /** {@code strconv.ParseInt} of an octal number; a number that is too large is none. */
  static long octal(String text) {
    if (!text.matches("[+-]?[0-7]+") || text.length() > MOST_DIGITS) {
      return 0;
    }
    BigInteger value = new BigInteger(text, 8);
    return value.bitLength() < Long.SIZE ? value.longValue() : 0;
  }

  private static long inRange(String text, int radix) {
    boolean isHuge = text.length() > MOST_DIGITS;
    BigInteger value = isHuge ? HUGE : new BigInteger(text, radix);
    if (value.bitLength() < Long.SIZE) {
      return value.longValue();
    }
    return text.startsWith("-") ? Long.MIN_VALUE : Long.MAX_VALUE;
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
