package dev.plimsoll.yaml;

/** Recognises lines of block style by their look, to find where something unclosed must end. */
final class BlockLines {

  /** Longer words before a colon are prose. */
  private static final int LONGEST_KEY = 200;

  private BlockLines() {}

  /**
   * Whether the line that starts at {@code lineStart} looks like a list item or an entry of a
   * mapping that is indented by at most {@code indent} blanks.
   */
  static boolean isEntry(String text, int lineStart, int indent) {
    int at = lineStart;
    while (at < text.length() && text.charAt(at) == ' ') {
      at++;
    }
    if (at - lineStart > indent || at == text.length()) {
      return false;
    }
    if (text.charAt(at) == '-' && isBlankAt(text, at + 1)) {
      return true;
    }
    int limit = Math.min(text.length(), at + LONGEST_KEY);
    for (int i = at; i < limit && isKeyPart(text.charAt(i)); i++) {
      if (text.charAt(i) == ':' && isBlankAt(text, i + 1)) {
        return i > at;
      }
    }
    return false;
  }

  /** Whether a line between {@code start} and {@code end}, not the first, looks like an entry. */
  static boolean anyEntry(String text, int start, int end, int indent) {
    for (int i = start; i < end; i++) {
      if (Cursor.isBreak(text.charAt(i)) && isEntry(text, i + 1, indent)) {
        return true;
      }
    }
    return false;
  }

  /** The column at which the line of {@code offset} starts, behind its blanks and dashes. */
  static int indentation(String text, int offset) {
    int start = offset;
    while (start > 0 && !Cursor.isBreak(text.charAt(start - 1))) {
      start--;
    }
    int at = start;
    while (at < offset && (text.charAt(at) == ' ' || text.charAt(at) == '-')) {
      at++;
    }
    return at - start;
  }

  private static boolean isKeyPart(char c) {
    return Cursor.isWord(c) || c == '.' || c == '/' || c == ':' || c == '"' || c == '\'';
  }

  private static boolean isBlankAt(String text, int offset) {
    return offset >= text.length() || Cursor.isBlankOrBreak(text.charAt(offset));
  }
}
