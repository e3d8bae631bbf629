package dev.plimsoll.schema;

import dev.plimsoll.schema.JsonTree.JsonArray;
import dev.plimsoll.schema.JsonTree.JsonBool;
import dev.plimsoll.schema.JsonTree.JsonNull;
import dev.plimsoll.schema.JsonTree.JsonNumber;
import dev.plimsoll.schema.JsonTree.JsonObject;
import dev.plimsoll.schema.JsonTree.JsonText;
import dev.plimsoll.schema.JsonTree.Member;
import dev.plimsoll.source.Span;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads JSON (RFC 8259) as strictly as Go's {@code encoding/json} does, and keeps the place of
 * everything. A schema is refused at its first error, so there is nothing to recover.
 */
final class JsonReader {

  /** The longest schema that is read, in UTF-16 units. */
  static final int MAX_LENGTH = 8 * 1024 * 1024;

  private static final int MAX_DEPTH = 500;
  private static final int MAX_EXPONENT = 1000;

  private final String text;
  private int at;
  private int depth;

  private JsonReader(String text) {
    this.text = text;
  }

  /** What reading gave. */
  sealed interface Result {

    /** A whole JSON text. */
    record Read(JsonTree root) implements Result {}

    /**
     * No JSON.
     *
     * @param reason the end of a sentence: <em>a comma or `}` is expected here</em>
     */
    record Refused(Span span, String reason) implements Result {}
  }

  static Result read(String text) {
    if (text.length() > MAX_LENGTH) {
      return new Result.Refused(Span.at(0), "it is longer than 8 MiB, which is the limit");
    }
    JsonReader reader = new JsonReader(text);
    try {
      JsonTree root = reader.value();
      reader.skipBlanks();
      if (reader.at < text.length()) {
        throw reader.refuse("nothing may follow the first value");
      }
      return new Result.Read(root);
    } catch (Refusal refusal) {
      return refusal.result;
    }
  }

  private JsonTree value() throws Refusal {
    skipBlanks();
    if (at >= text.length()) {
      throw refuse("a value is expected here, and the text ends");
    }
    char c = text.charAt(at);
    return switch (c) {
      case '{' -> nested(true);
      case '[' -> nested(false);
      case '"' -> string();
      case 't' -> word("true");
      case 'f' -> word("false");
      case 'n' -> word("null");
      case '-', '0', '1', '2', '3', '4', '5', '6', '7', '8', '9' -> number();
      case '/', '#' -> throw refuse("JSON has no comments");
      case '\'' -> throw refuse("JSON strings stand in double quotes");
      default -> throw refuse("a value is expected here");
    };
  }

  private JsonTree nested(boolean object) throws Refusal {
    if (++depth > MAX_DEPTH) {
      throw refuse("it nests deeper than " + MAX_DEPTH + " levels, which is the limit");
    }
    JsonTree read = object ? object() : array();
    depth--;
    return read;
  }

  private JsonObject object() throws Refusal {
    int start = at++;
    Map<String, Member> members = new LinkedHashMap<>();
    skipBlanks();
    if (take('}')) {
      return new JsonObject(members, new Span(start, at));
    }
    while (true) {
      skipBlanks();
      if (at >= text.length() || text.charAt(at) != '"') {
        throw refuse(
            peek('}')
                ? "no comma may stand before `}`"
                : "a key in double quotes is expected here");
      }
      JsonText key = string();
      skipBlanks();
      if (!take(':')) {
        throw refuse("a colon is expected here");
      }
      members.put(key.value(), new Member(key.span(), value()));
      skipBlanks();
      if (take('}')) {
        return new JsonObject(members, new Span(start, at));
      }
      if (!take(',')) {
        throw refuse("a comma or `}` is expected here");
      }
    }
  }

  private JsonArray array() throws Refusal {
    int start = at++;
    List<JsonTree> items = new ArrayList<>();
    skipBlanks();
    if (take(']')) {
      return new JsonArray(items, new Span(start, at));
    }
    while (true) {
      skipBlanks();
      if (peek(']')) {
        throw refuse("no comma may stand before `]`");
      }
      items.add(value());
      skipBlanks();
      if (take(']')) {
        return new JsonArray(items, new Span(start, at));
      }
      if (!take(',')) {
        throw refuse("a comma or `]` is expected here");
      }
    }
  }

  private JsonText string() throws Refusal {
    int start = at++;
    StringBuilder value = new StringBuilder();
    while (true) {
      if (at >= text.length()) {
        throw refuse("a string is not closed");
      }
      char c = text.charAt(at);
      if (c == '"') {
        at++;
        return new JsonText(value.toString(), new Span(start, at));
      }
      if (c < ' ') {
        throw refuse("a string may not hold a line end or another control character");
      }
      at++;
      value.append(c == '\\' ? escape() : c);
    }
  }

  private char escape() throws Refusal {
    char c = at < text.length() ? text.charAt(at) : ' ';
    at++;
    return switch (c) {
      case '"', '\\', '/' -> c;
      case 'b' -> '\b';
      case 'f' -> '\f';
      case 'n' -> '\n';
      case 'r' -> '\r';
      case 't' -> '\t';
      case 'u' -> unicodeEscape();
      default -> {
        at -= 2;
        throw refuse("JSON does not know this escape");
      }
    };
  }

  private char unicodeEscape() throws Refusal {
    int code = 0;
    for (int i = 0; i < 4; i++) {
      int digit = at < text.length() ? Character.digit(text.charAt(at), 16) : -1;
      if (digit < 0 || text.charAt(at) > 'f') {
        throw refuse("four hexadecimal digits are expected here");
      }
      code = code * 16 + digit;
      at++;
    }
    return (char) code;
  }

  private JsonTree word(String word) throws Refusal {
    if (!text.startsWith(word, at)) {
      throw refuse("a value is expected here");
    }
    Span span = new Span(at, at + word.length());
    at = span.end();
    return word.equals("null") ? new JsonNull(span) : new JsonBool(word.equals("true"), span);
  }

  private JsonNumber number() throws Refusal {
    int start = at;
    take('-');
    if (!take('0')) {
      digits();
    }
    if (take('.')) {
      digits();
    }
    if (peek('e') || peek('E')) {
      at++;
      if (!take('+')) {
        take('-');
      }
      int exponentStart = at;
      digits();
      if (at - exponentStart > 4
          || Integer.parseInt(text.substring(exponentStart, at)) > MAX_EXPONENT) {
        at = start;
        throw refuse("the exponent of a number is beyond " + MAX_EXPONENT + ", which is the limit");
      }
    }
    return new JsonNumber(new BigDecimal(text.substring(start, at)), new Span(start, at));
  }

  private void digits() throws Refusal {
    int start = at;
    while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
      at++;
    }
    if (at == start) {
      throw refuse("a digit is expected here");
    }
  }

  private boolean peek(char c) {
    return at < text.length() && text.charAt(at) == c;
  }

  private boolean take(char c) {
    boolean there = peek(c);
    if (there) {
      at++;
    }
    return there;
  }

  private void skipBlanks() {
    while (at < text.length() && " \t\r\n".indexOf(text.charAt(at)) >= 0) {
      at++;
    }
  }

  private Refusal refuse(String reason) {
    int offset = Math.min(at, text.length());
    boolean visible = offset < text.length() && text.charAt(offset) > ' ';
    int end = visible ? text.offsetByCodePoints(offset, 1) : offset;
    return new Refusal(new Result.Refused(new Span(offset, end), reason));
  }

  /** Leaves the descent at the first error; never seen outside. */
  private static final class Refusal extends Exception {

    private static final long serialVersionUID = 1L;

    // Not serialised by anybody: the exception never leaves this class.
    private final transient Result.Refused result;

    Refusal(Result.Refused result) {
      super(result.reason(), null, false, false);
      this.result = result;
    }
  }
}
