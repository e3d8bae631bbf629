package dev.plimsoll.yaml;

/** Finds where in a source text a character of a scalar's content is written. */
public final class ScalarOffsets {

  private final String source;
  private final String content;
  private final ScalarStyle style;
  private int at;

  private ScalarOffsets(YamlScalar scalar, String source) {
    this.source = source;
    this.content = scalar.text();
    this.style = scalar.style();
    this.at =
        switch (style) {
          case PLAIN -> scalar.span().start();
          case SINGLE_QUOTED, DOUBLE_QUOTED -> scalar.span().start() + 1;
          case LITERAL, FOLDED -> behindLine(scalar.span().start());
        };
  }

  /**
   * The offset in the source of the character at {@code offset} of the content. Blanks that folding
   * changed have no exact place; they are put between their neighbours.
   *
   * @param source the text that the scalar was read from
   * @param offset from 0 to the length of the content
   */
  public static int in(String source, YamlScalar scalar, int offset) {
    int found = new ScalarOffsets(scalar, source).find(offset);
    return Math.clamp(found, scalar.span().start(), scalar.span().end());
  }

  private int find(int offset) {
    for (int i = 0; i < offset; i++) {
      pass(content.charAt(i));
    }
    if (offset < content.length() && !isBlank(content.charAt(offset))) {
      skipBlanks();
    }
    return at;
  }

  /** Goes behind what is written for one character of the content. */
  private void pass(char c) {
    if (!isBlank(c)) {
      skipBlanks();
      at += written(c);
    } else if (at < source.length() && (source.charAt(at) == c || source.charAt(at) == '\\')) {
      at += written(c);
    }
  }

  /** How many characters stand for the one that is next. */
  private int written(char c) {
    if (style == ScalarStyle.SINGLE_QUOTED && c == '\'') {
      return 2;
    }
    if (style != ScalarStyle.DOUBLE_QUOTED
        || at + 1 >= source.length()
        || source.charAt(at) != '\\') {
      return 1;
    }
    return switch (source.charAt(at + 1)) {
      case 'x' -> 4;
      case 'u' -> 6;
      // Half of a surrogate pair: the escape is passed with its second half.
      case 'U' -> Character.isHighSurrogate(c) ? 0 : 10;
      default -> 2;
    };
  }

  private void skipBlanks() {
    while (at < source.length()) {
      if (isBlank(source.charAt(at))) {
        at++;
      } else if (style == ScalarStyle.DOUBLE_QUOTED
          && source.charAt(at) == '\\'
          && at + 1 < source.length()
          && Cursor.isBreak(source.charAt(at + 1))) {
        at++;
      } else {
        return;
      }
    }
  }

  private int behindLine(int start) {
    int end = start;
    while (end < source.length() && !Cursor.isBreak(source.charAt(end))) {
      end++;
    }
    return end;
  }

  private static boolean isBlank(char c) {
    return c == ' ' || c == '\t' || Cursor.isBreak(c);
  }
}
