package dev.plimsoll.values;

/** Text as Go keeps it: always valid Unicode where it came through JSON. */
public final class GoText {

  private static final char REPLACEMENT = '\uFFFD';

  private GoText() {}

  /** The text with each half of a surrogate pair replaced by U+FFFD. */
  public static String wellFormed(CharSequence text) {
    if (isWellFormed(text)) {
      return text.toString();
    }
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

  private static boolean isWellFormed(CharSequence text) {
    for (int i = 0; i < text.length(); i++) {
      if (Character.isSurrogate(text.charAt(i))) {
        return false;
      }
    }
    return true;
  }

  /** How many bytes a text takes in UTF-8. */
  static int utf8Length(String text) {
    int length = text.length();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      // Half of a pair stands for two of four bytes.
      length += c < 0x80 ? 0 : c < 0x800 || Character.isSurrogate(c) ? 1 : 2;
    }
    return length;
  }
}
