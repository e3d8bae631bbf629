package dev.plimsoll.template.function;

import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Text in error messages of Go's {@code time} package, which quotes in a way of its own. */
final class TimeQuote {

  private TimeQuote() {}

  static String of(String text) {
    StringBuilder quoted = new StringBuilder("\"");
    text.codePoints().forEach(c -> append(quoted, c));
    return quoted.append('"').toString();
  }

  private static void append(StringBuilder quoted, int c) {
    if (c >= ' ' && c < 0x80) {
      if (c == '"' || c == '\\') {
        quoted.append('\\');
      }
      quoted.append((char) c);
      return;
    }
    for (byte one : Character.toString(c).getBytes(StandardCharsets.UTF_8)) {
      quoted.append(String.format(Locale.ROOT, "\\x%02x", one));
    }
  }
}
