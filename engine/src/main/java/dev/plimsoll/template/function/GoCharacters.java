package dev.plimsoll.template.function;

import java.util.function.IntUnaryOperator;

/** Classes of characters as Go's package {@code unicode} has them. */
final class GoCharacters {

  private static final int NEXT_LINE = 0x85;
  private static final int NO_BREAK_SPACE = 0xa0;

  private GoCharacters() {}

  /** {@code unicode.IsSpace}. */
  static boolean isSpace(int c) {
    return (c >= '\t' && c <= '\r')
        || c == ' '
        || c == NEXT_LINE
        || c == NO_BREAK_SPACE
        || (c > 0xff && Character.isSpaceChar(c));
  }

  /** {@code unicode.IsPunct}. */
  static boolean isPunctuation(int c) {
    return switch (Character.getType(c)) {
      case Character.CONNECTOR_PUNCTUATION,
          Character.DASH_PUNCTUATION,
          Character.START_PUNCTUATION,
          Character.END_PUNCTUATION,
          Character.INITIAL_QUOTE_PUNCTUATION,
          Character.FINAL_QUOTE_PUNCTUATION,
          Character.OTHER_PUNCTUATION ->
          true;
      default -> false;
    };
  }

  /** {@code unicode.IsNumber}. */
  static boolean isNumber(int c) {
    int type = Character.getType(c);
    return type == Character.DECIMAL_DIGIT_NUMBER
        || type == Character.LETTER_NUMBER
        || type == Character.OTHER_NUMBER;
  }

  /** {@code unicode.IsUpper}. */
  static boolean isUpper(int c) {
    return Character.getType(c) == Character.UPPERCASE_LETTER;
  }

  /** {@code strings.Map}. */
  static String map(String text, IntUnaryOperator mapping) {
    StringBuilder mapped = new StringBuilder(text.length());
    text.codePoints().map(mapping).forEach(mapped::appendCodePoint);
    return mapped.toString();
  }
}
