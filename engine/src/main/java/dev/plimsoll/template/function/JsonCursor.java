package dev.plimsoll.template.function;

import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** A place in a JSON text, with the errors of Go's scanner ({@code encoding/json/scanner.go}). */
final class JsonCursor {

  private final String text;
  private int at;

  JsonCursor(String text) {
    this.text = text;
  }

  /** The text is no JSON. Its message is Go's. */
  static final class Refusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    Refusal(String message) {
      super(message, null, false, false);
    }

    String text() {
      return String.valueOf(getMessage());
    }
  }

  int offset() {
    return at;
  }

  void advance() {
    at++;
  }

  void skipBlanks() {
    while (at < text.length() && " \t\r\n".indexOf(text.charAt(at)) >= 0) {
      at++;
    }
  }

  /** The first character of the value at hand. */
  char valueStart() {
    char c = required();
    if (c == '-' || c == '{' || c == '[' || c == '"' || isDigit(c) || "tfn".indexOf(c) >= 0) {
      return c;
    }
    throw refusal("looking for beginning of value");
  }

  /** Goes to a key. */
  void keyStart() {
    skipBlanks();
    if (required() != '"') {
      throw refusal("looking for beginning of object key string");
    }
  }

  /** Goes behind a colon. */
  void colon() {
    skipBlanks();
    if (required() != ':') {
      throw refusal("after object key");
    }
    at++;
  }

  /** Whether a collection that has just begun ends at once; goes behind its end then. */
  boolean closes(char end) {
    skipBlanks();
    if (required() != end) {
      return false;
    }
    at++;
    return true;
  }

  /** Goes behind a comma or the end of a collection, and says which it was. */
  boolean more(char end, String place) {
    skipBlanks();
    char c = required();
    if (c != ',' && c != end) {
      throw refusal(place);
    }
    at++;
    return c == ',';
  }

  /** Goes to the end of the text. */
  void end() {
    skipBlanks();
    if (at < text.length()) {
      throw refusal("after top-level value");
    }
  }

  /** Reads {@code true}, {@code false} or {@code null}. */
  void word(String word) {
    for (int i = 0; i < word.length(); i++) {
      if (orBlank() != word.charAt(i)) {
        throw refusal("in literal %s (expecting '%s')".formatted(word, word.charAt(i)));
      }
      at++;
    }
  }

  /** Reads a number. */
  String number() {
    int start = at;
    if (orBlank() == '-') {
      at++;
    }
    if (orBlank() == '0') {
      at++;
    } else {
      digits("in numeric literal");
    }
    if (orBlank() == '.') {
      at++;
      digits("after decimal point in numeric literal");
    }
    if (orBlank() == 'e' || orBlank() == 'E') {
      at++;
      if (orBlank() == '+' || orBlank() == '-') {
        at++;
      }
      digits("in exponent of numeric literal");
    }
    return text.substring(start, at);
  }

  private void digits(String place) {
    if (!isDigit(orBlank())) {
      throw refusal(place);
    }
    while (isDigit(orBlank())) {
      at++;
    }
  }

  /** Goes to the next quote or escape of a string. */
  void skipPlain() {
    while (required() != '"' && text.charAt(at) != '\\') {
      if (text.charAt(at) < ' ') {
        throw refusal("in string literal");
      }
      at++;
    }
  }

  boolean atQuote() {
    return required() == '"';
  }

  boolean atEscape() {
    return required() == '\\';
  }

  /** Reads an escape. */
  char escape() {
    at++;
    char c = orBlank();
    char meant =
        switch (c) {
          case '"', '\\', '/', 'u' -> c;
          case 'b' -> '\b';
          case 'f' -> '\f';
          case 'n' -> '\n';
          case 'r' -> '\r';
          case 't' -> '\t';
          default -> throw refusal("in string escape code");
        };
    at++;
    return c == 'u' ? codeUnit() : meant;
  }

  private char codeUnit() {
    int unit = 0;
    for (int i = 0; i < 4; i++) {
      char c = orBlank();
      int digit = c < 128 ? Character.digit(c, 16) : -1;
      if (digit < 0) {
        throw refusal("in \\u hexadecimal character escape");
      }
      unit = unit * 16 + digit;
      at++;
    }
    return (char) unit;
  }

  private char required() {
    if (at >= text.length()) {
      throw new Refusal("unexpected end of JSON input");
    }
    return text.charAt(at);
  }

  /** The next character; a blank at the end, which is what Go's scanner is given there. */
  private char orBlank() {
    return at < text.length() ? text.charAt(at) : ' ';
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private Refusal refusal(String place) {
    return new Refusal("invalid character " + quoted() + " " + place);
  }

  /** The first byte of the next character, as Go quotes it. */
  private String quoted() {
    if (at >= text.length()) {
      return "' '";
    }
    int end = text.offsetByCodePoints(at, 1);
    char c = (char) (text.substring(at, end).getBytes(StandardCharsets.UTF_8)[0] & 0xFF);
    String shown =
        switch (c) {
          case '\'' -> "\\'";
          case '\\' -> "\\\\";
          case 0x07 -> "\\a";
          case '\b' -> "\\b";
          case '\f' -> "\\f";
          case '\n' -> "\\n";
          case '\r' -> "\\r";
          case '\t' -> "\\t";
          case 0x0B -> "\\v";
          default ->
              c < ' ' || c == 0x7F
                  ? String.format(Locale.ROOT, "\\x%02x", (int) c)
                  : String.valueOf(c);
        };
    return "'" + shown + "'";
  }
}
