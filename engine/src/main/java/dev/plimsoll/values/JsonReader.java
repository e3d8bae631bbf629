package dev.plimsoll.values;

import dev.plimsoll.origin.Layer;
import dev.plimsoll.origin.Origin;
import dev.plimsoll.source.Span;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads JSON inside a command-line argument as Go's {@code encoding/json} does: numbers are {@code
 * float64}, the last of duplicate keys wins, halves of surrogate pairs become U+FFFD.
 */
final class JsonReader {

  /** Go's bound is 10,000, which nobody reaches by hand. */
  private static final int MAX_DEPTH = 1_000;

  private final Layer layer;
  private final String text;
  private int at;
  private int depth;

  /**
   * @param offset where to begin in the text of the layer
   */
  JsonReader(Layer layer, int offset) {
    this.layer = layer;
    this.text = layer.file().text();
    this.at = offset;
  }

  /** Behind the last value that was read. */
  int offset() {
    return at;
  }

  /** Reads one value; what follows it is left alone. */
  Value value(@Nullable Span key) throws SetFailure {
    skipBlanks();
    int start = at;
    return switch (peek()) {
      case '{' -> map(key);
      case '[' -> list(key);
      case '"' -> scalar(new GoScalar.Text(string()), key, start);
      case 't' -> word("true", new GoScalar.Bool(true), key);
      case 'f' -> word("false", new GoScalar.Bool(false), key);
      case 'n' -> word("null", new GoScalar.Nil(), key);
      default -> scalar(number(), key, start);
    };
  }

  /** Reads the end of the text. */
  void end() throws SetFailure {
    skipBlanks();
    if (at < text.length()) {
      throw unexpected();
    }
  }

  private MapValue map(@Nullable Span key) throws SetFailure {
    int start = open();
    Map<String, Value> entries = new LinkedHashMap<>();
    skipBlanks();
    while (entries.isEmpty() ? peek() != '}' : !closes('}')) {
      skipBlanks();
      int keyStart = at;
      if (peek() != '"') {
        throw unexpected();
      }
      String name = string();
      Span keySpan = new Span(keyStart, at);
      skipBlanks();
      expect(':');
      entries.put(name, value(keySpan));
      skipBlanks();
    }
    return new MapValue(entries, Map.of(), origin(key, close(start)), List.of());
  }

  private ListValue list(@Nullable Span key) throws SetFailure {
    int start = open();
    List<Value> items = new ArrayList<>();
    skipBlanks();
    while (items.isEmpty() ? peek() != ']' : !closes(']')) {
      items.add(value(null));
      skipBlanks();
    }
    return new ListValue(items, origin(key, close(start)), List.of());
  }

  private int open() throws SetFailure {
    if (++depth > MAX_DEPTH) {
      throw new SetFailure(
          Span.at(at), "JSON deeper than %,d levels is not read.".formatted(MAX_DEPTH));
    }
    return at++;
  }

  /** Whether a collection ends here; else its comma is consumed. */
  private boolean closes(char end) throws SetFailure {
    if (peek() == end) {
      return true;
    }
    expect(',');
    return false;
  }

  private Span close(int start) {
    depth--;
    return new Span(start, ++at);
  }

  private ScalarValue word(String word, GoScalar content, @Nullable Span key) throws SetFailure {
    int start = at;
    for (int i = 0; i < word.length(); i++) {
      expect(word.charAt(i));
    }
    return scalar(content, key, start);
  }

  private GoScalar number() throws SetFailure {
    int start = at;
    skip('-');
    if (!skip('0')) {
      digits();
    }
    if (skip('.')) {
      digits();
    }
    if (skip('e') || skip('E')) {
      if (!skip('+')) {
        skip('-');
      }
      digits();
    }
    double value = Double.parseDouble(text.substring(start, at));
    if (Double.isInfinite(value)) {
      throw new SetFailure(new Span(start, at), "This number does not fit a `float64`.");
    }
    return new GoScalar.Float64(value);
  }

  private void digits() throws SetFailure {
    if (!isDigit(peek())) {
      throw unexpected();
    }
    while (isDigit(peek())) {
      at++;
    }
  }

  private String string() throws SetFailure {
    StringBuilder read = new StringBuilder();
    at++;
    while (peek() != '"') {
      int c = peek();
      if (c < ' ') {
        throw unexpected();
      }
      at++;
      read.append(c == '\\' ? escaped() : (char) c);
    }
    at++;
    return GoText.wellFormed(read);
  }

  private char escaped() throws SetFailure {
    int c = peek();
    at++;
    return switch (c) {
      case '"', '\\', '/' -> (char) c;
      case 'b' -> '\b';
      case 'f' -> '\f';
      case 'n' -> '\n';
      case 'r' -> '\r';
      case 't' -> '\t';
      case 'u' -> codeUnit();
      default -> {
        at--;
        throw unexpected();
      }
    };
  }

  private char codeUnit() throws SetFailure {
    int unit = 0;
    for (int i = 0; i < 4; i++) {
      int c = peek();
      int digit = c < 128 ? Character.digit(c, 16) : -1;
      if (digit < 0) {
        throw unexpected();
      }
      unit = unit * 16 + digit;
      at++;
    }
    return (char) unit;
  }

  private ScalarValue scalar(GoScalar content, @Nullable Span key, int start) {
    return new ScalarValue(content, origin(key, new Span(start, at)), List.of());
  }

  private Origin origin(@Nullable Span key, Span span) {
    return new Origin(layer, key, span);
  }

  private void expect(char c) throws SetFailure {
    if (!skip(c)) {
      throw unexpected();
    }
  }

  private boolean skip(char c) {
    if (peek() != c) {
      return false;
    }
    at++;
    return true;
  }

  private void skipBlanks() {
    while (at < text.length() && " \t\r\n".indexOf(text.charAt(at)) >= 0) {
      at++;
    }
  }

  /** The next character; -1 at the end. */
  private int peek() {
    return at < text.length() ? text.charAt(at) : -1;
  }

  private SetFailure unexpected() {
    if (at >= text.length()) {
      return new SetFailure(Span.at(text.length()), "The JSON ends too early.");
    }
    int end = text.offsetByCodePoints(at, 1);
    return new SetFailure(
        new Span(at, end), "`%s` cannot stand here in JSON.".formatted(text.substring(at, end)));
  }

  private static boolean isDigit(int c) {
    return c >= '0' && c <= '9';
  }
}
