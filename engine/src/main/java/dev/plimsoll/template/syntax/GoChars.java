package dev.plimsoll.template.syntax;

import dev.plimsoll.template.value.GoQuotes;

/** The classes of characters that Go's lexer knows. */
final class GoChars {

  private GoChars() {}

  /** {@code isSpace}: what trim markers trim as well. */
  static boolean isSpace(char c) {
    return c == ' ' || c == '\t' || c == '\r' || c == '\n';
  }

  /** {@code unicode.IsSpace}. */
  static boolean isUnicodeSpace(int c) {
    return (c >= '\t' && c <= '\r') || c == 0x85 || Character.isSpaceChar(c);
  }

  /** {@code isAlphaNumeric}. */
  static boolean isNamePart(int codePoint) {
    return codePoint == '_' || Character.isLetter(codePoint) || Character.isDigit(codePoint);
  }

  /** {@code atTerminator}: whether a name may end in front of {@code offset}. */
  static boolean endsName(String text, int offset) {
    if (offset >= text.length()) {
      return true;
    }
    return switch (text.charAt(offset)) {
      case ' ', '\t', '\r', '\n', '.', ',', '|', ':', ')', '(' -> true;
      case '}' -> text.startsWith("}}", offset);
      default -> false;
    };
  }

  /** The offset of the first character of {@code text} that no name has; its length for none. */
  static int nameLength(String text, int from) {
    int i = from;
    while (i < text.length()) {
      int c = text.codePointAt(i);
      if (!isNamePart(c)) {
        return i;
      }
      i += Character.charCount(c);
    }
    return i;
  }

  /** How {@code fmt} prints a character for {@code %#U}. */
  static String describe(int codePoint) {
    String number = "U+%04X".formatted(codePoint);
    return GoQuotes.isPrintable(codePoint)
        ? number + " '" + Character.toString(codePoint) + "'"
        : number;
  }
}
