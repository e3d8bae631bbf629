package dev.plimsoll.template.syntax;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** What Go's string and character constants mean ({@code strconv.Unquote}). */
final class QuotedStrings {

  /** Go's words for a constant that means nothing. */
  static final String REFUSAL = "invalid syntax";

  /** What {@link #character} gives for more than one character. */
  static final int SEVERAL = -2;

  private final String text;
  private final char quote;
  private int at;

  private QuotedStrings(String text, char quote, int at) {
    this.text = text;
    this.quote = quote;
    this.at = at;
  }

  /**
   * The meaning of a constant in double or back quotes. Bytes that are no UTF-8 ({@code "\xff"})
   * become U+FFFD.
   *
   * @return null if Go refuses it
   */
  static @Nullable String unquote(String quoted) {
    String inner = quoted.substring(1, quoted.length() - 1);
    if (quoted.charAt(0) == '`') {
      return inner.indexOf('\r') < 0 ? inner : inner.replace("\r", "");
    }
    return inner.indexOf('\\') < 0 ? inner : new QuotedStrings(inner, '"', 0).decode();
  }

  /**
   * The meaning of a character constant.
   *
   * @param quoted with the quotes
   * @return -1 if Go refuses it, {@link #SEVERAL} if more than one character stands in the quotes
   */
  static int character(String quoted) {
    QuotedStrings reader = new QuotedStrings(quoted, '\'', 1);
    if (quoted.charAt(1) == '\'') {
      return -1;
    }
    int c = quoted.charAt(1) == '\\' ? reader.escape() : reader.plain();
    return c >= 0 && reader.at != quoted.length() - 1 ? SEVERAL : c;
  }

  private @Nullable String decode() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(text.length());
    while (at < text.length()) {
      if (text.charAt(at) != '\\') {
        int from = at;
        at = text.indexOf('\\', at);
        at = at < 0 ? text.length() : at;
        bytes.writeBytes(text.substring(from, at).getBytes(StandardCharsets.UTF_8));
        continue;
      }
      boolean isByte = isByteEscape();
      int c = escape();
      if (c < 0) {
        return null;
      }
      if (isByte) {
        bytes.write(c);
      } else {
        bytes.writeBytes(Character.toString(c).getBytes(StandardCharsets.UTF_8));
      }
    }
    return bytes.toString(StandardCharsets.UTF_8);
  }

  private int plain() {
    int c = text.codePointAt(at);
    at += Character.charCount(c);
    return c;
  }

  /** Whether the escape at hand stands for a byte rather than for a character. */
  private boolean isByteEscape() {
    char kind = at + 1 < text.length() ? text.charAt(at + 1) : 0;
    return kind == 'x' || (kind >= '0' && kind <= '7');
  }

  /** {@code strconv.UnquoteChar} of a backslash; -1 if it means nothing. */
  private int escape() {
    at++;
    if (at >= text.length()) {
      return -1;
    }
    char kind = text.charAt(at++);
    return switch (kind) {
      case 'a' -> 0x07;
      case 'b' -> '\b';
      case 'f' -> '\f';
      case 'n' -> '\n';
      case 'r' -> '\r';
      case 't' -> '\t';
      case 'v' -> 0x0B;
      case '\\' -> '\\';
      case '\'', '"' -> kind == quote ? kind : -1;
      case 'x' -> digits(2, 16);
      case 'u' -> validCharacter(digits(4, 16));
      case 'U' -> validCharacter(digits(8, 16));
      case '0', '1', '2', '3', '4', '5', '6', '7' -> {
        at--;
        int c = digits(3, 8);
        yield c > 0xFF ? -1 : c;
      }
      default -> -1;
    };
  }

  private static int validCharacter(int c) {
    return c < 0 || c > 0x10FFFF || (c >= 0xD800 && c <= 0xDFFF) ? -1 : c;
  }

  /** The number in the next {@code count} digits; -1 if they are none or too many. */
  private int digits(int count, int radix) {
    int end = at + count;
    if (end > text.length()) {
      return -1;
    }
    long number = 0;
    for (; at < end; at++) {
      char c = text.charAt(at);
      int digit = c < 0x80 ? Character.digit(c, radix) : -1;
      if (digit < 0) {
        return -1;
      }
      number = number * radix + digit;
    }
    return number > Integer.MAX_VALUE ? -1 : (int) number;
  }
}
