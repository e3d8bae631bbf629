package dev.plimsoll.render;

/** Go's {@code unicode.IsSpace} and the trimming that is built on it. */
final class GoSpace {

  private GoSpace() {}

  static boolean isSpace(char letter) {
    return switch (letter) {
      case '\t',
          '\n',
          '\u000b',
          '\f',
          '\r',
          ' ',
          '\u0085',
          '\u00a0',
          '\u1680',
          '\u2028',
          '\u2029',
          '\u202f',
          '\u205f',
          '\u3000' ->
          true;
      default -> letter >= '\u2000' && letter <= '\u200a';
    };
  }

  /** Where the text from {@code start} to {@code end} begins after its leading white space. */
  static int skip(String text, int start, int end) {
    int at = start;
    while (at < end && isSpace(text.charAt(at))) {
      at++;
    }
    return at;
  }

  /** Where it ends before its trailing white space. */
  static int skipBack(String text, int start, int end) {
    int at = end;
    while (at > start && isSpace(text.charAt(at - 1))) {
      at--;
    }
    return at;
  }

  static boolean isBlank(String text) {
    return skip(text, 0, text.length()) == text.length();
  }
}
