package dev.plimsoll.values;

import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

/**
 * Values as Go's {@code encoding/json} writes them, which is Helm's {@code toJson}: sorted keys, no
 * blanks, {@code <}, {@code >} and {@code &} escaped.
 */
public final class JsonPrinter {

  /** The order of keys: Go compares the bytes of UTF-8, which is the order of code points. */
  public static final Comparator<String> KEY_ORDER = JsonPrinter::compareCodePoints;

  private static final String HEX = "0123456789abcdef";

  private final StringBuilder out = new StringBuilder();

  private JsonPrinter() {}

  /** The JSON text, without a line end. */
  public static String print(Value value) {
    JsonPrinter printer = new JsonPrinter();
    printer.write(value);
    return printer.out.toString();
  }

  private void write(Value value) {
    switch (value) {
      case ScalarValue scalar -> write(scalar.content());
      case ListValue list -> write(list.items());
      case MapValue map -> write(map.entries());
    }
  }

  private void write(List<Value> items) {
    out.append('[');
    for (int i = 0; i < items.size(); i++) {
      if (i > 0) {
        out.append(',');
      }
      write(items.get(i));
    }
    out.append(']');
  }

  private void write(Map<String, Value> entries) {
    out.append('{');
    Iterator<Map.Entry<String, Value>> sorted =
        entries.entrySet().stream().sorted(Map.Entry.comparingByKey(KEY_ORDER)).iterator();
    while (sorted.hasNext()) {
      Map.Entry<String, Value> entry = sorted.next();
      writeText(entry.getKey());
      out.append(':');
      write(entry.getValue());
      if (sorted.hasNext()) {
        out.append(',');
      }
    }
    out.append('}');
  }

  private void write(GoScalar scalar) {
    switch (scalar) {
      case GoScalar.Nil _ -> out.append("null");
      case GoScalar.Bool(boolean value) -> out.append(value);
      case GoScalar.Int64(long value) -> out.append(value);
      case GoScalar.Float64(double value) -> out.append(number(value));
      case GoScalar.Text(String value) -> writeText(value);
    }
  }

  /** JSON has no infinities; they are only met in files that Helm refuses. */
  private static String number(double value) {
    return Double.isFinite(value) ? GoNumber.json(value) : "null";
  }

  private void writeText(String text) {
    out.append('"');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (Character.isHighSurrogate(c)
          && i + 1 < text.length()
          && Character.isLowSurrogate(text.charAt(i + 1))) {
        out.append(c).append(text.charAt(++i));
      } else if (Character.isSurrogate(c)) {
        out.append("\\ufffd");
      } else {
        writeChar(c);
      }
    }
    out.append('"');
  }

  private void writeChar(char c) {
    switch (c) {
      case '"' -> out.append("\\\"");
      case '\\' -> out.append("\\\\");
      case '\n' -> out.append("\\n");
      case '\r' -> out.append("\\r");
      case '\t' -> out.append("\\t");
      case '\b' -> out.append("\\b");
      case '\f' -> out.append("\\f");
      case '<', '>', '&', '\u2028', '\u2029' -> writeEscape(c);
      default -> {
        if (c < ' ') {
          writeEscape(c);
        } else {
          out.append(c);
        }
      }
    }
  }

  private void writeEscape(char c) {
    out.append("\\u");
    for (int shift = 12; shift >= 0; shift -= 4) {
      out.append(HEX.charAt((c >> shift) & 0xf));
    }
  }

  private static int compareCodePoints(String one, String other) {
    int length = Math.min(one.length(), other.length());
    for (int i = 0; i < length; i++) {
      char a = one.charAt(i);
      char b = other.charAt(i);
      if (a != b) {
        // Surrogates stand for code points above every other char.
        boolean surrogateA = Character.isSurrogate(a);
        boolean surrogateB = Character.isSurrogate(b);
        return surrogateA == surrogateB ? Character.compare(a, b) : surrogateA ? 1 : -1;
      }
    }
    return Integer.compare(one.length(), other.length());
  }
}
