package dev.plimsoll.cli.report;

/** Text in XML 1.0: nothing in it is markup, and every character is one that XML can have. */
final class XmlText {

  /** Stands for what XML cannot say, such as most control characters. */
  private static final int REPLACEMENT = 0xFFFD;

  private XmlText() {}

  /** Between two tags; a line end stays one. */
  static String content(String text) {
    StringBuilder xml = new StringBuilder(text.length());
    text.codePoints().map(XmlText::sayable).forEach(c -> append(xml, c, false));
    return xml.toString();
  }

  /** Between double quotes, where a reader would turn a line end into a blank. */
  static String attribute(String text) {
    StringBuilder xml = new StringBuilder(text.length());
    text.codePoints().map(XmlText::sayable).forEach(c -> append(xml, c, true));
    return xml.toString();
  }

  private static void append(StringBuilder xml, int c, boolean inAttribute) {
    switch (c) {
      case '<' -> xml.append("&lt;");
      case '>' -> xml.append("&gt;");
      case '&' -> xml.append("&amp;");
      case '"' -> xml.append("&quot;");
      case '\r' -> xml.append("&#13;");
      case '\n', '\t' -> {
        if (inAttribute) {
          xml.append("&#").append(c).append(';');
        } else {
          xml.appendCodePoint(c);
        }
      }
      default -> xml.appendCodePoint(c);
    }
  }

  private static int sayable(int c) {
    boolean isSayable =
        c == '\t'
            || c == '\n'
            || c == '\r'
            || (c >= 0x20 && c <= 0xD7FF)
            || (c >= 0xE000 && c <= 0xFFFD)
            || c >= 0x10000;
    return isSayable ? c : REPLACEMENT;
  }
}
