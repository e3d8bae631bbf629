package dev.plimsoll.template.function;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A place in the text of a time that is read. */
final class TimeCursor {

  /** {@code parseTimeZone}: a name of three to five letters, or an offset. */
  private static final Pattern ZONE =
      Pattern.compile(
          "ChST|MeST|GMT(?:[-+][0-9]+)?|[-+][0-9]+"
              + "|(?:[A-Z]{4}T|[A-Z]{3}T|WITA|[A-Z]{3})(?![A-Z])");

  private final String text;
  private int at;
  private String expected = "";

  TimeCursor(String text) {
    this.text = text;
  }

  String text() {
    return text;
  }

  int offset() {
    return at;
  }

  String from(int start) {
    return text.substring(start);
  }

  String rest() {
    return text.substring(at);
  }

  boolean isAtEnd() {
    return at == text.length();
  }

  /** The literal text that the last {@link #skip} wanted. */
  String expected() {
    return expected;
  }

  /** Goes behind literal text of a layout, in which blanks stand for any number of blanks. */
  boolean skip(String literal) {
    expected = literal;
    for (int i = 0; i < literal.length(); ) {
      char c = literal.charAt(i);
      if (c == ' ') {
        if (at < text.length() && text.charAt(at) != ' ') {
          return false;
        }
        while (i < literal.length() && literal.charAt(i) == ' ') {
          i++;
        }
        while (at < text.length() && text.charAt(at) == ' ') {
          at++;
        }
      } else if (at < text.length() && text.charAt(at) == c) {
        i++;
        at++;
      } else {
        return false;
      }
    }
    return true;
  }

  void skipBlank() {
    if (at < text.length() && text.charAt(at) == ' ') {
      at++;
    }
  }

  boolean skipExactly(String word) {
    if (!text.startsWith(word, at)) {
      return false;
    }
    at += word.length();
    return true;
  }

  /** Goes behind a word in any case. */
  boolean skipWord(String word) {
    int end = at + word.length();
    if (end > text.length()
        || !text.substring(at, end)
            .toLowerCase(Locale.ROOT)
            .equals(word.toLowerCase(Locale.ROOT))) {
      return false;
    }
    at = end;
    return true;
  }

  /** A number of exactly so many digits; -1 if there is none. */
  int fixed(int digits) {
    return number(true, digits);
  }

  /** A number of at most so many digits; -1 if there is none. */
  int number(boolean isFixed, int mostDigits) {
    int end = at;
    int number = 0;
    while (end < text.length() && end - at < mostDigits && isDigit(text.charAt(end))) {
      number = number * 10 + (text.charAt(end) - '0');
      end++;
    }
    if (end == at || (isFixed && end - at < mostDigits)) {
      return -1;
    }
    at = end;
    return number;
  }

  /** Whether a point or comma with a digit behind it comes. */
  boolean isAtFraction() {
    return at + 1 < text.length()
        && ".,".indexOf(text.charAt(at)) >= 0
        && isDigit(text.charAt(at + 1));
  }

  /** How many digits the fraction at hand has. */
  int fractionDigits() {
    int end = at + 1;
    while (end < text.length() && isDigit(text.charAt(end))) {
      end++;
    }
    return end - at - 1;
  }

  /** The nanoseconds of a fraction with exactly so many digits; -1 if there is none. */
  int fraction(int digits) {
    int end = at + 1 + digits;
    if (end > text.length() || ".,".indexOf(text.charAt(at)) < 0) {
      return -1;
    }
    int nanoseconds = 0;
    for (int i = 0; i < 9; i++) {
      int digit = 0;
      if (i < digits) {
        char c = text.charAt(at + 1 + i);
        if (!isDigit(c)) {
          return -1;
        }
        digit = c - '0';
      }
      nanoseconds = nanoseconds * 10 + digit;
    }
    at = end;
    return nanoseconds;
  }

  /** The abbreviation of a time zone; empty if there is none. */
  String zoneName() {
    Matcher zone = ZONE.matcher(text).region(at, text.length());
    if (text.length() - at < 3 || !zone.lookingAt()) {
      return "";
    }
    String name = zone.group();
    String hours = name.startsWith("GMT") ? name.substring(3) : name;
    boolean isOffset = !hours.isEmpty() && "+-".indexOf(hours.charAt(0)) >= 0;
    if (isOffset && (hours.length() > 10 || Integer.parseInt(hours.substring(1)) > 23)) {
      name = name.startsWith("GMT") ? "GMT" : "";
    }
    at += name.length();
    return name;
  }

  /**
   * An offset from UTC.
   *
   * @return the sign (0 for none) and so many numbers (-1 for none); empty for too short a text
   */
  int[] offset(int parts, boolean hasColons) {
    int width = hasColons ? 3 : 2;
    int end = at + 1 + parts * width - (hasColons ? 1 : 0);
    if (end > text.length()) {
      return new int[0];
    }
    int[] offset = new int[parts + 1];
    offset[0] = text.charAt(at) == '+' ? 1 : text.charAt(at) == '-' ? -1 : 0;
    boolean isNumber = true;
    for (int part = 1; part <= parts; part++) {
      int i = at + 1 + (part - 1) * width;
      if (part > 1 && hasColons && text.charAt(i - 1) != ':') {
        return new int[0];
      }
      isNumber &= isDigit(text.charAt(i)) && isDigit(text.charAt(i + 1));
      offset[part] = isNumber ? (text.charAt(i) - '0') * 10 + (text.charAt(i + 1) - '0') : -1;
    }
    at = end;
    return offset;
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }
}
