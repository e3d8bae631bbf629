package dev.plimsoll.template.value;

import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads numbers as Go's {@code strconv} does. */
public final class GoNumbers {

  private static final Pattern DECIMAL_FLOAT =
      Pattern.compile("[+-]?([0-9_]*\\.?[0-9_]*)(?:[eE][+-]?[0-9][0-9_]*)?");

  private static final Pattern HEX_FLOAT =
      Pattern.compile("[+-]?0[xX]([0-9a-fA-F_]*\\.?[0-9a-fA-F_]*)[pP][+-]?[0-9][0-9_]*");

  private static final Pattern NOT_FINITE =
      Pattern.compile("([+-]?)inf(?:inity)?|nan", Pattern.CASE_INSENSITIVE);

  private GoNumbers() {}

  /**
   * {@code strconv.ParseUint(text, 0, 64)}: the prefixes {@code 0x}, {@code 0o}, {@code 0b} and
   * {@code 0} give the base, underscores separate digits.
   *
   * @return the bits of the number; empty if Go gives an error
   */
  public static OptionalLong parseUint(String text) {
    int base = base(text);
    int prefix = base == 10 ? 0 : base == 8 && !isLetterPrefix(text) ? 1 : 2;
    String digits = text.substring(prefix);
    if (digits.isEmpty()) {
      return text.equals("0") ? OptionalLong.of(0) : OptionalLong.empty();
    }
    if (digits.indexOf('_') >= 0 && !separatesDigits(text)) {
      return OptionalLong.empty();
    }
    String plain = digits.replace("_", "");
    if (plain.isEmpty()
        || !plain.chars().allMatch(c -> c < 0x80 && Character.digit(c, base) >= 0)) {
      return OptionalLong.empty();
    }
    try {
      return OptionalLong.of(Long.parseUnsignedLong(plain, base));
    } catch (NumberFormatException e) {
      return OptionalLong.empty();
    }
  }

  /**
   * {@code strconv.ParseInt(text, 0, 64)}.
   *
   * @return empty if Go gives an error
   */
  public static OptionalLong parseInt(String text) {
    boolean isNegative = text.startsWith("-");
    OptionalLong magnitude =
        parseUint(isNegative || text.startsWith("+") ? text.substring(1) : text);
    if (magnitude.isEmpty()) {
      return magnitude;
    }
    long number = isNegative ? -magnitude.getAsLong() : magnitude.getAsLong();
    boolean fits = number == 0 || isNegative == (number < 0);
    return fits ? OptionalLong.of(number) : OptionalLong.empty();
  }

  /**
   * {@code strconv.ParseFloat(text, 64)}.
   *
   * @return empty if Go gives an error, as for a number out of range
   */
  public static OptionalDouble parseFloat(String text) {
    if (!isFloat(text)) {
      return notFinite(text);
    }
    double value = Double.parseDouble(text.replace("_", ""));
    return Double.isInfinite(value) ? OptionalDouble.empty() : OptionalDouble.of(value);
  }

  /** Whether {@code text} is written as a finite number is, be it out of range. */
  public static boolean isFloat(String text) {
    Matcher hex = HEX_FLOAT.matcher(text);
    Matcher matcher = hex.matches() ? hex : DECIMAL_FLOAT.matcher(text);
    return matcher.matches()
        && matcher.group(1).chars().anyMatch(c -> c != '.' && c != '_')
        && (text.indexOf('_') < 0 || separatesDigits(text));
  }

  private static OptionalDouble notFinite(String text) {
    Matcher matcher = NOT_FINITE.matcher(text);
    if (!matcher.matches()) {
      return OptionalDouble.empty();
    }
    String sign = matcher.group(1);
    if (sign == null) {
      return OptionalDouble.of(Double.NaN);
    }
    return OptionalDouble.of(
        sign.equals("-") ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY);
  }

  private static int base(String text) {
    if (!text.startsWith("0")) {
      return 10;
    }
    if (text.length() < 3) {
      return 8;
    }
    return switch (text.charAt(1)) {
      case 'x', 'X' -> 16;
      case 'b', 'B' -> 2;
      default -> 8;
    };
  }

  private static boolean isLetterPrefix(String text) {
    return text.length() >= 3 && "xXoObB".indexOf(text.charAt(1)) >= 0;
  }

  /** {@code strconv.underscoreOK}: each underscore between digits, or right behind the prefix. */
  private static boolean separatesDigits(String text) {
    boolean isSigned = text.startsWith("+") || text.startsWith("-");
    String number = isSigned ? text.substring(1) : text;
    boolean isPrefixed =
        number.length() >= 2 && number.charAt(0) == '0' && "xXoObB".indexOf(number.charAt(1)) >= 0;
    boolean isHex = isPrefixed && Character.toLowerCase(number.charAt(1)) == 'x';
    boolean afterDigit = isPrefixed;
    boolean afterUnderscore = false;
    for (int i = isPrefixed ? 2 : 0; i < number.length(); i++) {
      char c = number.charAt(i);
      boolean isDigit = c < 0x80 && Character.digit(c, isHex ? 16 : 10) >= 0;
      if (c == '_' ? !afterDigit : afterUnderscore && !isDigit) {
        return false;
      }
      afterDigit = isDigit;
      afterUnderscore = c == '_';
    }
    return !afterUnderscore;
  }
}
