package dev.plimsoll.template.value;

import java.util.Locale;

/** Numbers as {@code fmt} formats them, without the padding to a width by blanks. */
final class NumberFormat {

  private static final int MAX_CODE_POINT = 0x10FFFF;
  private static final int REPLACEMENT = 0xFFFD;

  private NumberFormat() {}

  /** An integer under one of the verbs {@code v d b o O x X}. */
  static String integer(long value, boolean isSigned, int verb, FormatFlags flags) {
    boolean isNegative = isSigned && value < 0;
    int precision = 0;
    if (flags.hasPrecision) {
      precision = flags.precision;
      if (precision == 0 && value == 0) {
        return "";
      }
    } else if (flags.zero && !flags.minus && flags.hasWidth) {
      precision = flags.width - (isNegative || flags.plus || flags.space ? 1 : 0);
    }
    String digits = Long.toUnsignedString(isNegative ? -value : value, base(verb));
    if (verb == 'X') {
      digits = digits.toUpperCase(Locale.ROOT);
    }
    StringBuilder text = new StringBuilder();
    text.append(isNegative ? "-" : flags.plus ? "+" : flags.space ? " " : "");
    String padded = "0".repeat(Math.max(0, precision - digits.length())) + digits;
    return text.append(prefix(verb, padded, flags)).append(padded).toString();
  }

  private static int base(int verb) {
    return switch (verb) {
      case 'b' -> 2;
      case 'o', 'O' -> 8;
      case 'x', 'X' -> 16;
      default -> 10;
    };
  }

  private static String prefix(int verb, String digits, FormatFlags flags) {
    String zero = flags.sharp && !digits.startsWith("0") ? "0" : "";
    return switch (verb) {
      case 'b' -> flags.sharp ? "0b" : "";
      case 'o' -> zero;
      case 'O' -> "0o" + zero;
      case 'x' -> flags.sharp ? "0x" : "";
      case 'X' -> flags.sharp ? "0X" : "";
      default -> "";
    };
  }

  /** {@code %c}. */
  static String character(long value) {
    boolean isCharacter =
        Long.compareUnsigned(value, MAX_CODE_POINT) <= 0 && !isSurrogate((int) value);
    return Character.toString(isCharacter ? (int) value : REPLACEMENT);
  }

  /** {@code %U}. */
  static String unicode(long value, FormatFlags flags) {
    String digits = Long.toUnsignedString(value, 16).toUpperCase(Locale.ROOT);
    int precision = flags.hasPrecision ? Math.max(4, flags.precision) : 4;
    String text = "U+" + "0".repeat(Math.max(0, precision - digits.length())) + digits;
    boolean isShown =
        flags.sharp
            && Long.compareUnsigned(value, MAX_CODE_POINT) <= 0
            && GoQuotes.isPrintable((int) value);
    return isShown ? text + " '" + Character.toString((int) value) + "'" : text;
  }

  private static boolean isSurrogate(int value) {
    return value >= Character.MIN_SURROGATE && value <= Character.MAX_SURROGATE;
  }

  /**
   * A floating-point number under one of the verbs {@code v b g G x X f F e E}, padded by zeros
   * where that is asked for.
   */
  static String floating(double value, int verb, FormatFlags flags) {
    char form = verb == 'v' ? 'g' : verb == 'F' ? 'f' : (char) verb;
    boolean isFixed = form == 'f' || form == 'e' || form == 'E';
    int precision = flags.hasPrecision ? flags.precision : isFixed ? 6 : GoFloats.SHORTEST;
    String number = GoFloats.format(value, form, precision);
    char sign = number.charAt(0) == '-' || number.charAt(0) == '+' ? number.charAt(0) : '+';
    String digits = number.charAt(0) == sign ? number.substring(1) : number;
    if (flags.space && sign == '+' && !flags.plus) {
      sign = ' ';
    }
    if (!Double.isFinite(value)) {
      boolean isShown = Double.isInfinite(value) || flags.plus || flags.space;
      return isShown ? sign + digits : digits;
    }
    if (flags.sharp && form != 'b') {
      digits = withPoint(digits, form, precision);
    }
    if (!flags.plus && sign == '+') {
      return zeros(digits, digits.length(), flags) + digits;
    }
    return sign + zeros(digits, digits.length() + 1, flags) + digits;
  }

  private static String zeros(String digits, int length, FormatFlags flags) {
    boolean isPadded = flags.zero && !flags.minus && !digits.isEmpty();
    return isPadded ? "0".repeat(flags.padding(length)) : "";
  }

  /** {@code %#g} and so on: always a point, and no zeros are cut off. */
  private static String withPoint(String number, char form, int precision) {
    int missing = 0;
    if (form == 'g' || form == 'G' || form == 'x') {
      missing = precision == GoFloats.SHORTEST ? 6 : precision;
    }
    boolean isHexadecimal = form == 'x' || form == 'X';
    int end = exponentStart(number, isHexadecimal);
    String digits = number.substring(0, end);
    boolean isSignificant = false;
    for (int i = 0; i < end; i++) {
      char c = digits.charAt(i);
      isSignificant |= c != '.' && c != '0';
      if (isSignificant && c != '.') {
        missing--;
      }
    }
    StringBuilder text = new StringBuilder(digits);
    if (digits.indexOf('.') < 0) {
      if (digits.equals("0")) {
        missing--;
      }
      text.append('.');
    }
    return text.repeat('0', Math.max(0, missing)).append(number, end, number.length()).toString();
  }

  private static int exponentStart(String number, boolean isHexadecimal) {
    for (int i = 0; i < number.length(); i++) {
      char c = Character.toLowerCase(number.charAt(i));
      if (c == 'p' || (c == 'e' && !isHexadecimal)) {
        return i;
      }
    }
    return number.length();
  }
}
