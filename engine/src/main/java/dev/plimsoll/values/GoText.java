package dev.plimsoll.values;

/** Text as Go keeps it: always valid Unicode where it came through JSON. */
final class GoText {

  private static final char REPLACEMENT = '\uFFFD';

  private GoText() {}

  /** The text with each half of a surrogate pair replaced by U+FFFD. */
  static String wellFormed(CharSequence text) {
    StringBuilder result = new StringBuilder(text);
    for (int i = 0; i < result.length(); i++) {
      char c = result.charAt(i);
      if (!Character.isSurrogate(c)) {
        continue;
      }
      boolean pair =
          Character.isHighSurrogate(c)
              && i + 1 < result.length()
              && Character.isLowSurrogate(result.charAt(i + 1));
      if (pair) {
        i++;
      } else {
        result.setCharAt(i, REPLACEMENT);
      }
    }
    return result.toString();
  }

  /** How many bytes a text takes in UTF-8. */
  static int utf8Length(int[] codePoints) {
    int length = 0;
    for (int c : codePoints) {
      length += c < 0x80 ? 1 : c < 0x800 ? 2 : c < 0x10000 ? 3 : 4;
    }
    return length;
  }
}
