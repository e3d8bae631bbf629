package dev.plimsoll.cli.report;

/** Text in HTML: nothing in it is markup, an attribute's end, or the end of a script. */
final class HtmlText {

  private HtmlText() {}

  /** Between two tags, or in an attribute in double quotes. */
  static String of(String text) {
    StringBuilder html = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '&' -> html.append("&amp;");
        case '<' -> html.append("&lt;");
        case '>' -> html.append("&gt;");
        case '"' -> html.append("&quot;");
        case '\'' -> html.append("&#39;");
        default -> html.append(c);
      }
    }
    return html.toString();
  }

  /**
   * JSON in a {@code script} element, where a browser looks for {@code </script>} and {@code <!--}
   * before anything reads JSON. The characters that those need are in JSON texts alone, so an
   * escape says the same.
   */
  static String json(String json) {
    StringBuilder html = new StringBuilder(json.length());
    for (int i = 0; i < json.length(); i++) {
      char c = json.charAt(i);
      switch (c) {
        case '<', '>', '&', '\u2028', '\u2029' -> html.append("\\u%04x".formatted((int) c));
        default -> {
          if (isLone(json, i)) {
            html.append("\\ufffd");
          } else {
            html.append(c);
          }
        }
      }
    }
    return html.toString();
  }

  /** Whether it is half of a pair, which cannot be written in UTF-8. */
  private static boolean isLone(String text, int at) {
    char c = text.charAt(at);
    if (Character.isHighSurrogate(c)) {
      return at + 1 == text.length() || !Character.isLowSurrogate(text.charAt(at + 1));
    }
    return Character.isLowSurrogate(c)
        && (at == 0 || !Character.isHighSurrogate(text.charAt(at - 1)));
  }
}
