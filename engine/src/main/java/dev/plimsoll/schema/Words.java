package dev.plimsoll.schema;

import java.util.List;

/** Pieces of sentences. */
final class Words {

  private static final int MAX_LENGTH = 80;
  private static final int MAX_LISTED = 8;

  private Words() {}

  /** {@code text} as it may stand in a message: one line, not too long. */
  static String bounded(String text) {
    return bounded(text, MAX_LENGTH);
  }

  static String bounded(String text, int length) {
    StringBuilder line = new StringBuilder();
    int count = 0;
    for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
      if (count++ == length) {
        return line.append('…').toString();
      }
      int c = text.codePointAt(i);
      if (c == '\n') {
        line.append("\\n");
      } else if (c == '`') {
        line.append('\'');
      } else if (Character.isISOControl(c)) {
        line.append(' ');
      } else {
        line.appendCodePoint(c);
      }
    }
    return line.toString();
  }

  /** In backticks, bounded. */
  static String code(String text) {
    return "`" + bounded(text) + "`";
  }

  /** {@code a, b or c}; of many items the first few and a count. */
  static String list(List<String> items, String conjunction) {
    if (items.size() > MAX_LISTED) {
      int left = items.size() - MAX_LISTED;
      return String.join(", ", items.subList(0, MAX_LISTED))
          + " "
          + conjunction
          + " "
          + left
          + " more";
    }
    if (items.size() < 2) {
      return String.join("", items);
    }
    return String.join(", ", items.subList(0, items.size() - 1))
        + " "
        + conjunction
        + " "
        + items.getLast();
  }

  /** {@code 1 item}, {@code 2 items}. */
  static String count(long count, String noun) {
    return count + " " + noun + (count == 1 ? "" : "s");
  }
}
