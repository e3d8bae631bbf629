package dev.plimsoll.helmfile;

import dev.plimsoll.values.GoScalar;
import java.math.BigInteger;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What go-yaml v3 takes a scalar for ({@code resolve.go}): YAML 1.2 words, 1.1 numbers. */
final class GoYaml3 {

  private static final Set<String> TRUE = Set.of("true", "True", "TRUE");
  private static final Set<String> FALSE = Set.of("false", "False", "FALSE");
  private static final Set<String> NULL = Set.of("", "~", "null", "Null", "NULL");
  private static final Set<String> INFINITE =
      Set.of(".inf", ".Inf", ".INF", "+.inf", "+.Inf", "+.INF");
  private static final Set<String> MINUS_INFINITE = Set.of("-.inf", "-.Inf", "-.INF");
  private static final Set<String> NO_NUMBER = Set.of(".nan", ".NaN", ".NAN");

  private static final Pattern INTEGER =
      Pattern.compile("([-+]?)(0[xX][0-9a-fA-F]+|0[bB][01]+|0[oO]?[0-7]+|0|[1-9][0-9]*)");
  private static final Pattern FLOAT =
      Pattern.compile("[-+]?(?:\\.[0-9]++|[0-9]++(?:\\.[0-9]*+)?)(?:[eE][-+]?[0-9]++)?");
  private static final Pattern TIMESTAMP =
      Pattern.compile(
          "(\\d{4})-(\\d{1,2})-(\\d{1,2})"
              + "(?:([Tt ])(\\d{1,2}):(\\d{1,2}):(\\d{1,2})(\\.\\d+)?(Z|[-+]\\d\\d:\\d\\d)?)?");
  private static final int LONGEST_NUMBER = 400;

  private GoYaml3() {}

  /** What a plain scalar is. */
  static GoScalar resolve(String text) {
    if (NULL.contains(text)) {
      return new GoScalar.Nil();
    }
    if (TRUE.contains(text) || FALSE.contains(text)) {
      return new GoScalar.Bool(TRUE.contains(text));
    }
    char first = text.charAt(0);
    boolean isNumeric = first == '.' || first == '+' || first == '-' || isDigit(first);
    return isNumeric && text.length() <= LONGEST_NUMBER ? number(text) : new GoScalar.Text(text);
  }

  /** What a boolean field makes of a scalar that is text for other fields; null for an error. */
  static @org.jspecify.annotations.Nullable Boolean oldBoolean(String text) {
    return switch (text) {
      case "y", "Y", "yes", "on" -> true;
      case "n", "N", "no", "off" -> false;
      default -> null;
    };
  }

  private static GoScalar number(String text) {
    if (NO_NUMBER.contains(text)) {
      return new GoScalar.Float64(Double.NaN);
    }
    if (INFINITE.contains(text) || MINUS_INFINITE.contains(text)) {
      return new GoScalar.Float64(
          INFINITE.contains(text) ? Double.POSITIVE_INFINITY : Double.NEGATIVE_INFINITY);
    }
    Matcher timestamp = TIMESTAMP.matcher(text);
    if (timestamp.matches()) {
      return new GoScalar.Text(rfc3339(timestamp, text));
    }
    String plain = text.charAt(0) == '.' ? text : text.replace("_", "");
    Matcher integer = INTEGER.matcher(plain);
    if (integer.matches()) {
      BigInteger value = integer(integer.group(1), integer.group(2));
      return value.bitLength() < Long.SIZE
          ? new GoScalar.Int64(value.longValue())
          : new GoScalar.Float64(value.doubleValue());
    }
    return FLOAT.matcher(plain).matches()
        ? new GoScalar.Float64(Double.parseDouble(plain))
        : new GoScalar.Text(text);
  }

  private static BigInteger integer(String sign, String digits) {
    BigInteger size;
    if (digits.length() > 1 && digits.charAt(0) == '0') {
      char kind = Character.toLowerCase(digits.charAt(1));
      int radix = kind == 'x' ? 16 : kind == 'b' ? 2 : 8;
      size = new BigInteger(digits.substring(isDigit(kind) ? 1 : 2), radix);
    } else {
      size = new BigInteger(digits);
    }
    return sign.equals("-") ? size.negate() : size;
  }

  /**
   * A date becomes a {@code time.Time}, and that is written back in full: Helm then gets another
   * text than the file has.
   */
  private static String rfc3339(Matcher parts, String text) {
    try {
      int year = Integer.parseInt(parts.group(1));
      int month = Integer.parseInt(parts.group(2));
      int day = Integer.parseInt(parts.group(3));
      if (parts.group(4) == null) {
        LocalDateTime midnight = LocalDateTime.of(year, month, day, 0, 0);
        return midnight.toLocalDate() + "T00:00:00Z";
      }
      boolean hasZone = parts.group(9) != null;
      if (hasZone == parts.group(4).equals(" ")) {
        return text;
      }
      LocalDateTime time =
          LocalDateTime.of(
              year,
              month,
              day,
              Integer.parseInt(parts.group(5)),
              Integer.parseInt(parts.group(6)),
              Integer.parseInt(parts.group(7)));
      String fraction = parts.group(8) == null ? "" : parts.group(8).replaceAll("\\.?0+$", "");
      ZoneOffset zone = hasZone ? ZoneOffset.of(parts.group(9)) : ZoneOffset.UTC;
      OffsetDateTime at = OffsetDateTime.of(time, zone);
      return "%sT%02d:%02d:%02d%s%s"
          .formatted(
              at.toLocalDate(), at.getHour(), at.getMinute(), at.getSecond(), fraction, zone);
    } catch (DateTimeException e) {
      return text;
    }
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }
}
