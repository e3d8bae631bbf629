package dev.plimsoll.template.function;

import dev.plimsoll.template.value.GoQuotes;
import java.util.Locale;

/** A place in a TOML text, and the errors of {@code BurntSushi/toml} ({@code lex.go}). */
final class TomlCursor {

  /** The end of the text. */
  static final int END = -1;

  private final String text;
  private int at;

  /** What an error names as the last key. */
  private String lastKey = "";

  TomlCursor(String text) {
    this.text = text;
    at = text.startsWith("\uFEFF") ? 1 : 0;
  }

  /** The text is no TOML. Its message is Go's. */
  static final class Refusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    Refusal(String message) {
      super(message, null, false, false);
    }

    String text() {
      return String.valueOf(getMessage());
    }
  }

  void nameKey(String key) {
    lastKey = key;
  }

  int offset() {
    return at;
  }

  String from(int start) {
    return text.substring(start, at);
  }

  /** The next character, or {@link #END}. */
  int peek() {
    return peek(0);
  }

  int peek(int ahead) {
    int i = at + ahead;
    return i < text.length() ? text.charAt(i) : END;
  }

  /** The next character as a code point, or {@link #END}. */
  int codePoint() {
    return at < text.length() ? text.codePointAt(at) : END;
  }

  int next() {
    int c = peek();
    boolean isControl =
        (c >= 0 && c < ' ' && c != '\t' && c != '\n' && !(c == '\r' && peek(1) == '\n'))
            || c == 0x7F;
    if (isControl) {
      throw refusal(
          String.format(Locale.ROOT, "TOML files cannot contain control characters: '0x%02x'", c));
    }
    if (c != END) {
      at++;
    }
    return c;
  }

  void advance(int characters) {
    at += characters;
  }

  boolean skip(String word) {
    if (!text.startsWith(word, at)) {
      return false;
    }
    at += word.length();
    return true;
  }

  void skipBlanks() {
    while (peek() == ' ' || peek() == '\t') {
      at++;
    }
  }

  /** Goes behind blanks, line ends and comments. */
  void skipSpace() {
    while (true) {
      int c = peek();
      if (c == ' ' || c == '\t' || c == '\n' || c == '\r') {
        next();
      } else if (c == '#') {
        skipComment();
      } else {
        return;
      }
    }
  }

  void skipComment() {
    while (peek() != END && peek() != '\n' && !(peek() == '\r' && peek(1) == '\n')) {
      next();
    }
  }

  /** A character as Go's {@code %q} shows it. */
  static String quoted(int c) {
    if (c == END) {
      return "'\\x00'";
    }
    if (c == '\'') {
      return "'\\''";
    }
    String inner = GoQuotes.quote(Character.toString(c));
    return "'" + (c == '"' ? "\"" : inner.substring(1, inner.length() - 1)) + "'";
  }

  Refusal refusal(String message) {
    return refusal(message, at);
  }

  /** An error whose line is that of an offset. */
  Refusal refusal(String message, int offset) {
    int end = Math.min(offset, text.length());
    // At the end of the text, the line before counts.
    if (end == text.length() && end > 0 && text.charAt(end - 1) == '\n') {
      end--;
    }
    long line = 1 + text.substring(0, end).chars().filter(c -> c == '\n').count();
    String key = lastKey.isEmpty() ? "" : " (last key " + GoQuotes.quote(lastKey) + ")";
    return new Refusal("toml: line " + line + key + ": " + message);
  }
}
