package dev.plimsoll.template.function;

import dev.plimsoll.template.value.GoFailure;
import dev.plimsoll.template.value.GoFloat;
import dev.plimsoll.template.value.GoInt;
import dev.plimsoll.template.value.GoQuotes;
import dev.plimsoll.template.value.GoValue;
import dev.plimsoll.template.value.Trace;
import java.math.BigInteger;
import java.util.StringTokenizer;

/** Keys, texts, numbers and dates of TOML. */
final class TomlScalars {

  /** Bounds the work on one number: 64 bits need 64 digits at most. */
  private static final int LONGEST_INTEGER = 200;

  private final TomlCursor cursor;
  private final FunctionContext context;
  private final Trace trace;

  /** Where the text at hand begins, behind its quotes. */
  private int textStart;

  TomlScalars(TomlCursor cursor, FunctionContext context, Trace trace) {
    this.cursor = cursor;
    this.context = context;
    this.trace = trace;
  }

  /** One part of a key, bare or quoted. */
  String keyPart() {
    int c = cursor.peek();
    if (c == '"' || c == '\'') {
      cursor.advance(1);
      return c == '"' ? basic() : raw();
    }
    int start = cursor.offset();
    while (TomlKey.isBare(cursor.peek())) {
      cursor.advance(1);
    }
    return cursor.from(start);
  }

  /** {@code true} or {@code false}. */
  String word() {
    int start = cursor.offset();
    while (Character.isLetter(cursor.peek())) {
      cursor.advance(1);
    }
    String word = cursor.from(start);
    if (!word.equals("true") && !word.equals("false")) {
      throw cursor.refusal("expected value but found " + GoQuotes.quote(word) + " instead");
    }
    return word;
  }

  /** A text in one of the four kinds of quotes. */
  String text() {
    if (cursor.skip("\"\"\"")) {
      return multiline("\"\"\"", true);
    }
    if (cursor.skip("'''")) {
      return multiline("'''", false);
    }
    return cursor.next() == '"' ? basic() : raw();
  }

  private String basic() {
    textStart = cursor.offset();
    StringBuilder text = new StringBuilder();
    while (true) {
      int c = next('"');
      if (c == '"') {
        return text.toString();
      }
      if (c == '\\') {
        text.appendCodePoint(escape());
      } else {
        text.append((char) c);
      }
    }
  }

  private String raw() {
    int start = cursor.offset();
    while (next('\'') != '\'') {
      // On to the end.
    }
    String text = cursor.from(start);
    return text.substring(0, text.length() - 1);
  }

  private int next(char quote) {
    int c = cursor.peek();
    if (c == TomlCursor.END) {
      throw cursor.refusal("unexpected EOF; expected " + (quote == '"' ? "'\"'" : "\"'\""));
    }
    if (c == '\n' || c == '\r') {
      throw cursor.refusal("strings cannot contain newlines");
    }
    return cursor.next();
  }

  private String multiline(String quotes, boolean escapes) {
    textStart = cursor.offset();
    if (!cursor.skip("\n")) {
      cursor.skip("\r\n");
    }
    StringBuilder text = new StringBuilder();
    while (true) {
      int c = cursor.peek();
      if (c == TomlCursor.END) {
        throw cursor.refusal("unexpected EOF; expected " + (escapes ? "'\"\"\"'" : "\"'''\""));
      }
      if (cursor.skip(quotes)) {
        // Up to two quotes more belong to the text.
        for (int i = 0; i < 2 && cursor.peek() == quotes.charAt(0); i++) {
          text.append(quotes.charAt(0));
          cursor.advance(1);
        }
        return text.toString();
      }
      cursor.next();
      if (c != '\\' || !escapes) {
        text.append((char) c);
      } else if (!skipEscapedLineEnd()) {
        text.appendCodePoint(escape());
      }
    }
  }

  /** Goes behind a line end that a backslash takes away with all blanks around it. */
  private boolean skipEscapedLineEnd() {
    int ahead = 0;
    boolean hasLineEnd = false;
    while (cursor.peek(ahead) >= 0 && " \t\r\n".indexOf(cursor.peek(ahead)) >= 0) {
      hasLineEnd |= cursor.peek(ahead) == '\n';
      ahead++;
    }
    if (hasLineEnd) {
      cursor.advance(ahead);
    }
    return hasLineEnd;
  }

  private int escape() {
    int c = cursor.next();
    return switch (c) {
      case 'b' -> '\b';
      case 't' -> '\t';
      case 'n' -> '\n';
      case 'f' -> '\f';
      case 'r' -> '\r';
      case 'e' -> 0x1B;
      case '"', '\\' -> c;
      case 'x' -> hex(2, "two", "\\x");
      case 'u' -> hex(4, "four", "\\u");
      case 'U' -> hex(8, "eight", "\\U");
      case ' ', '\t' -> throw cursor.refusal("invalid escape: '\\" + shown(c) + "'");
      default -> throw cursor.refusal("invalid escape in string '\\" + shown(c) + "'");
    };
  }

  private static String shown(int c) {
    return c == TomlCursor.END ? "\u0000" : Character.toString(c);
  }

  private int hex(int digits, String count, String escape) {
    int start = cursor.offset();
    long value = 0;
    for (int i = 0; i < digits; i++) {
      int c = cursor.next();
      int digit = c < 128 ? Character.digit(c, 16) : -1;
      if (digit < 0) {
        throw cursor.refusal(
            "expected %s hexadecimal digits after '%s', but got %s instead"
                .formatted(count, escape, GoQuotes.quote(cursor.from(textStart))));
      }
      value = value * 16 + digit;
    }
    boolean isValid =
        value <= Character.MAX_CODE_POINT
            && !(value >= Character.MIN_SURROGATE && value <= Character.MAX_SURROGATE);
    if (!isValid) {
      throw cursor.refusal("Escaped character '\\u" + cursor.from(start) + "' is not valid UTF-8.");
    }
    return (int) value;
  }

  /** An integer, a floating-point number or a date. */
  GoValue number() {
    int start = cursor.offset();
    while (isOfNumber(cursor.peek())) {
      cursor.advance(1);
    }
    // A blank may stand between a date and its time.
    boolean isDate = cursor.from(start).matches("\\d{4}-\\d\\d-\\d\\d");
    if (isDate && cursor.peek() == ' ' && Character.isDigit(cursor.peek(1))) {
      cursor.advance(1);
      while (isOfNumber(cursor.peek())) {
        cursor.advance(1);
      }
    }
    String text = cursor.from(start);
    if (text.matches("\\d+[-:].*")) {
      return date(text, start);
    }
    boolean isHex = text.startsWith("0x");
    boolean isFloat =
        text.endsWith("inf") || text.endsWith("nan") || (!isHex && text.matches(".*[.eE].*"));
    return isFloat ? floating(text, start) : integer(text, start);
  }

  private static boolean isOfNumber(int c) {
    return TomlKey.isBare(c) || c == '+' || c == '.' || c == ':';
  }

  private GoValue integer(String text, int start) {
    if (!underscoresFit(text)) {
      throw invalid("integer", text, "underscores must be surrounded by digits", start);
    }
    if (hasLeadingZero(text)) {
      throw invalid("integer", text, "cannot have leading zeroes", start);
    }
    String digits = text.replace("_", "");
    int radix = digits.startsWith("0x") ? 16 : digits.startsWith("0o") ? 8 : 10;
    radix = digits.startsWith("0b") ? 2 : radix;
    String plain = radix == 10 ? digits : digits.substring(2);
    try {
      if (plain.length() > LONGEST_INTEGER) {
        throw outOfRange(text, "int64", start);
      }
      BigInteger value = new BigInteger(plain, radix);
      if (value.bitLength() >= Long.SIZE) {
        throw outOfRange(text, "int64", start);
      }
      return GoInt.int64(value.longValue(), trace);
    } catch (NumberFormatException e) {
      throw cursor.refusal("expected value but found " + GoQuotes.quote(text) + " instead", start);
    }
  }

  private GoValue floating(String text, int start) {
    StringTokenizer parts = new StringTokenizer(text, ".eE");
    String whole = parts.hasMoreTokens() ? parts.nextToken() : "";
    boolean fit = text.endsWith("inf") || text.endsWith("nan") || underscoresFit(whole);
    while (parts.hasMoreTokens()) {
      fit &= underscoresFit(parts.nextToken());
    }
    if (!fit) {
      throw invalid("float", text, "underscores must be surrounded by digits", start);
    }
    if (hasLeadingZero(whole)) {
      throw invalid("float", text, "cannot have leading zeroes", start);
    }
    if (!pointsFit(text)) {
      throw invalid("float", text, "'.' must be followed by one or more digits", start);
    }
    String plain = text.replace("_", "");
    double value =
        switch (plain) {
          case "nan", "+nan", "-nan" -> Double.NaN;
          case "inf", "+inf" -> Double.POSITIVE_INFINITY;
          case "-inf" -> Double.NEGATIVE_INFINITY;
          default -> parsed(plain, text, start);
        };
    return new GoFloat(value, trace);
  }

  /** {@code numUnderscoresOK}: a digit before and behind each. */
  private static boolean underscoresFit(String number) {
    boolean isDigit = false;
    for (int i = 0; i < number.length(); i++) {
      char c = number.charAt(i);
      if (c == '_' && !isDigit) {
        return false;
      }
      isDigit = c < 128 && Character.digit(c, 16) >= 0;
    }
    return isDigit;
  }

  /** {@code numHasLeadingZero}. */
  private static boolean hasLeadingZero(String number) {
    int sign = number.startsWith("-") || number.startsWith("+") ? 1 : 0;
    if (number.length() <= sign + 1 || number.charAt(sign) != '0') {
      return false;
    }
    return sign == 1 || "box".indexOf(number.charAt(1)) < 0;
  }

  /** {@code numPeriodsOK}: a digit behind each. */
  private static boolean pointsFit(String number) {
    for (int i = 0; i < number.length(); i++) {
      boolean hasDigit = i + 1 < number.length() && Character.isDigit(number.charAt(i + 1));
      if (number.charAt(i) == '.' && !hasDigit) {
        return false;
      }
    }
    return true;
  }

  private double parsed(String plain, String text, int start) {
    try {
      double value = Double.parseDouble(plain);
      if (Double.isInfinite(value)) {
        throw outOfRange(text, "float64", start);
      }
      return value;
    } catch (NumberFormatException e) {
      throw cursor.refusal("Invalid float value: " + GoQuotes.quote(text), start);
    }
  }

  private TomlCursor.Refusal invalid(String kind, String text, String why, int start) {
    return cursor.refusal("Invalid " + kind + " " + GoQuotes.quote(text) + ": " + why, start);
  }

  private TomlCursor.Refusal outOfRange(String text, String type, int start) {
    return cursor.refusal(text + " is out of range for " + type, start);
  }

  private GoValue date(String text, int start) {
    String normal = text.replace('z', 'Z').replace('t', 'T').replace(' ', 'T');
    for (TomlDate form : TomlDate.values()) {
      try {
        GoTime time = TimeParser.parse(form.layout(), normal, form.location(context));
        if (!form.lacksZero(normal)) {
          return new GoTime(time.instant(), time.location(), trace);
        }
        break;
      } catch (GoFailure e) {
        // The next form may fit.
      }
    }
    throw cursor.refusal("invalid datetime: " + GoQuotes.quote(normal), start);
  }
}
