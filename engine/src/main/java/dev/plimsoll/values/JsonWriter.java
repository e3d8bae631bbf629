package dev.plimsoll.values;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Writes JSON as Go's {@code encoding/json} does. */
public final class JsonWriter<O> implements TreeWriter<O> {

  private static final String HEX = "0123456789abcdef";

  private final PrintTarget<O> target;
  private final JsonFormat format;
  private final List<Open<O>> open = new ArrayList<>();

  /** A map or list that is not closed yet. */
  private static final class Open<O> {
    final O origin;
    final char end;
    final boolean isEmpty;
    boolean hasEntries;

    Open(O origin, char end, boolean isEmpty) {
      this.origin = origin;
      this.end = end;
      this.isEmpty = isEmpty;
    }
  }

  public JsonWriter(PrintTarget<O> target, JsonFormat format) {
    this.target = target;
    this.format = format;
  }

  /** Sorted by code point. */
  @Override
  public List<String> inOrder(Collection<String> keys) {
    List<String> sorted = new ArrayList<>(keys);
    sorted.sort(JsonPrinter.KEY_ORDER);
    return sorted;
  }

  @Override
  public void openMap(int size, O origin) {
    open(size, origin, '{', '}');
  }

  @Override
  public void openList(int size, O origin) {
    open(size, origin, '[', ']');
  }

  private void open(int size, O origin, char start, char end) {
    target.from(origin);
    target.write(start);
    open.add(new Open<>(origin, end, size == 0));
  }

  @Override
  public void key(String key, O origin) {
    item();
    target.from(origin);
    writeText(key);
    target.from(open.getLast().origin);
    target.write(format.isIndented() ? ": " : ":");
  }

  @Override
  public void item() {
    Open<O> innermost = open.getLast();
    target.from(innermost.origin);
    if (innermost.hasEntries) {
      target.write(',');
    }
    innermost.hasEntries = true;
    newLine(open.size());
  }

  @Override
  public void close() {
    Open<O> closed = open.removeLast();
    target.from(closed.origin);
    if (!closed.isEmpty) {
      newLine(open.size());
    }
    target.write(closed.end);
  }

  private void newLine(int depth) {
    if (format.isIndented()) {
      target.write('\n');
      for (int i = 0; i < depth; i++) {
        target.write("  ");
      }
    }
  }

  @Override
  public void text(String text, O origin) {
    target.from(origin);
    writeText(text);
  }

  /** JSON has no infinities; they are only met in files that Helm refuses. */
  @Override
  public void number(double number, O origin) {
    token(Double.isFinite(number) ? GoNumber.json(number) : "null", origin);
  }

  @Override
  public void token(String token, O origin) {
    target.from(origin);
    target.write(token);
  }

  private void writeText(String text) {
    target.write('"');
    int copied = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (isPlain(c)) {
        continue;
      }
      boolean pair =
          Character.isHighSurrogate(c)
              && i + 1 < text.length()
              && Character.isLowSurrogate(text.charAt(i + 1));
      if (pair) {
        i++;
        continue;
      }
      target.copy(text, copied, i);
      target.write(escape(c));
      copied = i + 1;
    }
    target.copy(text, copied, text.length());
    target.write('"');
  }

  private boolean isPlain(char c) {
    return switch (c) {
      case '"', '\\', '\u2028', '\u2029' -> false;
      case '<', '>', '&' -> !format.escapesHtml();
      default -> c >= ' ' && !Character.isSurrogate(c);
    };
  }

  private static String escape(char c) {
    return switch (c) {
      case '"' -> "\\\"";
      case '\\' -> "\\\\";
      case '\n' -> "\\n";
      case '\r' -> "\\r";
      case '\t' -> "\\t";
      case '\b' -> "\\b";
      case '\f' -> "\\f";
      default -> Character.isSurrogate(c) ? "\\ufffd" : hex(c);
    };
  }

  private static String hex(char c) {
    StringBuilder escape = new StringBuilder("\\u");
    for (int shift = 12; shift >= 0; shift -= 4) {
      escape.append(HEX.charAt((c >> shift) & 0xf));
    }
    return escape.toString();
  }
}
