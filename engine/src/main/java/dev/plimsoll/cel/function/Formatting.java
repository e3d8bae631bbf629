package dev.plimsoll.cel.function;

import dev.plimsoll.cel.value.CelBytes;
import dev.plimsoll.cel.value.CelFailure;
import dev.plimsoll.cel.value.CelList;
import dev.plimsoll.cel.value.CelMap;
import dev.plimsoll.cel.value.CelNull;
import dev.plimsoll.cel.value.CelOpaque;
import dev.plimsoll.cel.value.CelOptional;
import dev.plimsoll.cel.value.CelType;
import dev.plimsoll.cel.value.Unsigned;
import dev.plimsoll.template.value.GoFloats;
import dev.plimsoll.template.value.GoQuotes;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;

/** {@code 'text %s'.format([...])}. */
final class Formatting {

  private static final int DEFAULT_PRECISION = 6;

  /** More digits say nothing, and cost time and memory. */
  private static final int LARGEST_PRECISION = 1_000;

  private final String pattern;
  private final CelList arguments;
  private final StringBuilder result = new StringBuilder();
  private int at;
  private int used;

  private Formatting(String pattern, CelList arguments) {
    this.pattern = pattern;
    this.arguments = arguments;
  }

  static String format(String pattern, CelList arguments) {
    return new Formatting(pattern, arguments).format();
  }

  private String format() {
    while (at < pattern.length()) {
      char c = pattern.charAt(at++);
      if (c != '%') {
        result.append(c);
      } else if (at < pattern.length() && pattern.charAt(at) == '%') {
        result.append('%');
        at++;
      } else {
        clause();
      }
      Bounds.check(result.length());
    }
    return result.toString();
  }

  private void clause() {
    if (used >= arguments.size()) {
      throw CelFailure.of("index " + used + " out of range");
    }
    if (at >= pattern.length()) {
      throw CelFailure.of("unexpected end of string");
    }
    int precision = precision();
    Object value = arguments.get(used++);
    char verb = at < pattern.length() ? pattern.charAt(at++) : ' ';
    result.append(
        switch (verb) {
          case 's' -> text(value);
          case 'd' -> decimal(value);
          case 'f', 'e' -> floating(value, verb, precision);
          case 'b' -> binary(value);
          case 'o' -> digits(value, 8, verb);
          case 'x' -> hexadecimal(value, verb);
          case 'X' -> hexadecimal(value, verb).toUpperCase(Locale.ROOT);
          default ->
              throw CelFailure.of(
                  "could not parse formatting clause: unrecognized formatting clause \""
                      + verb
                      + "\"");
        });
  }

  private int precision() {
    if (pattern.charAt(at) != '.') {
      return DEFAULT_PRECISION;
    }
    int start = ++at;
    while (at < pattern.length() && Character.isDigit(pattern.charAt(at))) {
      at++;
    }
    try {
      int precision = Integer.parseInt(pattern.substring(start, at));
      if (precision <= LARGEST_PRECISION) {
        return precision;
      }
    } catch (NumberFormatException _) {
      // Said below.
    }
    throw CelFailure.of("could not parse formatting clause: error while parsing precision");
  }

  static String text(Object value) {
    if (value instanceof CelList list) {
      List<String> items = new ArrayList<>();
      list.items().forEach(item -> items.add(quoted(item)));
      return "[" + String.join(", ", items) + "]";
    }
    if (value instanceof CelMap map) {
      List<String> entries = new ArrayList<>();
      for (Object key : map.keys()) {
        Object item = map.get(key);
        entries.add(quoted(key) + ":" + (item == null ? "" : quoted(item)));
      }
      entries.sort(null);
      return "{" + String.join(", ", entries) + "}";
    }
    if (value == CelNull.NULL) {
      return "null";
    }
    if (value instanceof CelOpaque || value instanceof CelOptional) {
      throw refused(
          "%s",
          "strings, bools, bytes, ints, doubles, maps, lists, types, durations, and timestamps",
          value);
    }
    return Conversions.toText(value);
  }

  /** As it would be written in an expression. */
  private static String quoted(Object value) {
    if (value instanceof String text) {
      return GoQuotes.quote(text);
    }
    if (value instanceof CelBytes) {
      return "b" + GoQuotes.quote(text(value));
    }
    if (value instanceof Double number) {
      String text = GoFloats.format(number, 'f', DEFAULT_PRECISION);
      return Double.isFinite(number) ? text : GoQuotes.quote(text);
    }
    if (value instanceof Instant) {
      return "timestamp(" + GoQuotes.quote(text(value)) + ")";
    }
    if (value instanceof Duration) {
      return "duration(" + GoQuotes.quote(text(value)) + ")";
    }
    return text(value);
  }

  private static String decimal(Object value) {
    if (value instanceof Long || value instanceof Unsigned) {
      return value.toString();
    }
    throw refused("%d", "integers", value);
  }

  private static String floating(Object value, char verb, int precision) {
    Object number = value;
    if (value.equals("NaN") || value.equals("Infinity") || value.equals("-Infinity")) {
      number = Double.valueOf(value.toString());
    }
    if (!(number instanceof Double real)) {
      throw refused("%" + verb, "doubles", value);
    }
    if (Double.isInfinite(real)) {
      return real > 0 ? "∞" : "-∞";
    }
    String text = GoFloats.format(real, verb, precision);
    if (!Double.isFinite(real)) {
      return text;
    }
    return verb == 'e' ? scientific(text) : grouped(text);
  }

  /** With a comma between thousands, as English has it. */
  private static String grouped(String text) {
    int point = text.indexOf('.');
    StringBuilder grouped = new StringBuilder(text);
    int first = text.startsWith("-") ? 1 : 0;
    for (int i = (point < 0 ? text.length() : point) - 3; i > first; i -= 3) {
      grouped.insert(i, ',');
    }
    return grouped.toString();
  }

  /** The locale of Kubernetes writes {@code 1.5×10⁰⁰} with these characters. */
  private static String scientific(String text) {
    int exponent = text.indexOf('e');
    String power = text.substring(exponent + 1);
    StringBuilder raised = new StringBuilder();
    for (int i = 0; i < power.length(); i++) {
      char c = power.charAt(i);
      raised.append(c == '+' ? "" : c == '-' ? "⁻" : "" + "⁰¹²³⁴⁵⁶⁷⁸⁹".charAt(c - '0'));
    }
    return text.substring(0, exponent) + "×10" + raised;
  }

  private static String binary(Object value) {
    if (value instanceof Boolean truth) {
      return truth ? "1" : "0";
    }
    return digits(value, 2, 'b');
  }

  private static String hexadecimal(Object value, char verb) {
    if (value instanceof String text) {
      return HexFormat.of().formatHex(text.getBytes(StandardCharsets.UTF_8));
    }
    if (value instanceof CelBytes bytes) {
      return HexFormat.of().formatHex(bytes.toArray());
    }
    return digits(value, 16, verb);
  }

  private static String digits(Object value, int radix, char verb) {
    if (value instanceof Long number) {
      return Long.toString(number, radix);
    }
    if (value instanceof Unsigned number) {
      return Long.toUnsignedString(number.bits(), radix);
    }
    throw refused(
        "%" + verb,
        switch (radix) {
          case 2 -> "integers and bools";
          case 8 -> "integers";
          default -> "integers, byte buffers, and strings";
        },
        value);
  }

  private static CelFailure refused(String clause, String types, Object value) {
    return CelFailure.of(
        "error during formatting: %s clause can only be used on %s, was given %s"
            .formatted(clause, types, CelType.of(value).name()));
  }
}
