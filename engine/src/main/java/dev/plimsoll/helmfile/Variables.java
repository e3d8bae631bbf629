package dev.plimsoll.helmfile;

import java.util.function.UnaryOperator;

/** Go's {@code os.Expand}: {@code $name} and {@code ${name}}. */
final class Variables {

  private Variables() {}

  static String expand(String text, UnaryOperator<String> lookup) {
    StringBuilder out = new StringBuilder();
    int at = 0;
    while (at < text.length()) {
      char c = text.charAt(at);
      if (c != '$' || at + 1 == text.length()) {
        out.append(c);
        at++;
        continue;
      }
      int start = at + 1;
      boolean braces = text.charAt(start) == '{';
      int end = braces ? text.indexOf('}', start) : nameEnd(text, start);
      if (end < 0 || (!braces && end == start)) {
        out.append(c);
        at++;
        continue;
      }
      out.append(lookup.apply(text.substring(braces ? start + 1 : start, end)));
      at = braces ? end + 1 : end;
    }
    return out.toString();
  }

  private static int nameEnd(String text, int start) {
    int end = start;
    while (end < text.length()
        && (Character.isLetterOrDigit(text.charAt(end)) || text.charAt(end) == '_')) {
      end++;
    }
    return end;
  }
}
