package dev.plimsoll.yaml;

/** Reads scalars in quotes. */
final class QuotedScalarScanner {

  private final Cursor cursor;
  private final Tokens tokens;
  private final Problems problems;
  private final FlowLevels flows;

  QuotedScalarScanner(Cursor cursor, Tokens tokens, Problems problems, FlowLevels flows) {
    this.cursor = cursor;
    this.tokens = tokens;
    this.problems = problems;
    this.flows = flows;
  }

  /** Reads the scalar whose opening quote stands at the cursor. */
  void scan() {
    int start = cursor.offset();
    boolean single = cursor.peek() == '\'';
    int close = findClose(start, single);
    boolean closed = close >= 0 && !swallowsEntries(start, close);
    int contentEnd = closed ? close : guessEnd(start);
    if (!closed) {
      problems.add(
          YamlProblem.Kind.SYNTAX,
          start,
          start + 1,
          "This quote is never closed; write `%s` at the end of the text."
              .formatted(single ? "'" : "\""));
    }
    cursor.skip();
    String value = read(contentEnd, single);
    if (closed) {
      cursor.skip();
    }
    tokens.addScalar(
        value,
        single ? ScalarStyle.SINGLE_QUOTED : ScalarStyle.DOUBLE_QUOTED,
        start,
        cursor.offset());
  }

  /** The offset of the closing quote, -1 if the text or the document ends before. */
  private int findClose(int start, boolean single) {
    String text = cursor.text();
    char quote = single ? '\'' : '"';
    for (int i = start + 1; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == quote) {
        boolean escaped = single && i + 1 < text.length() && text.charAt(i + 1) == quote;
        if (!escaped) {
          return i;
        }
        i++;
      } else if (c == '\\' && !single && i + 1 < text.length()) {
        i += text.charAt(i + 1) == '\r' && text.startsWith("\n", i + 2) ? 2 : 1;
        c = text.charAt(i);
      }
      if (Cursor.isBreak(c) && isDocumentIndicator(text, i + 1)) {
        return -1;
      }
    }
    return -1;
  }

  private static boolean isDocumentIndicator(String text, int at) {
    return (text.startsWith("---", at) || text.startsWith("...", at))
        && (at + 3 == text.length() || Cursor.isBlankOrBreak(text.charAt(at + 3)));
  }

  /**
   * Whether the scalar took in lines that were entries: it spans lines that look so, and what
   * follows its closing quote cannot follow one.
   */
  private boolean swallowsEntries(int start, int close) {
    String text = cursor.text();
    int after = close + 1;
    while (after < text.length() && Cursor.isBlank(text.charAt(after))) {
      after++;
    }
    boolean fits =
        after == text.length()
            || Cursor.isBreak(text.charAt(after))
            || text.charAt(after) == '#'
            || (!flows.isBlock() && ",]}:".indexOf(text.charAt(after)) >= 0);
    return !fits && BlockLines.anyEntry(text, start, close, Integer.MAX_VALUE);
  }

  /** Where an unclosed scalar was meant to end: at its line's end, before brackets that close. */
  private int guessEnd(int start) {
    String text = cursor.text();
    int end = start + 1;
    while (end < text.length() && !Cursor.isBreak(text.charAt(end))) {
      end++;
    }
    while (end > start + 1 && isTrailing(text.charAt(end - 1))) {
      end--;
    }
    return end;
  }

  private boolean isTrailing(char c) {
    return Cursor.isBlank(c) || (!flows.isBlock() && ",]}".indexOf(c) >= 0);
  }

  /** Reads up to {@code end} and gives the text without escapes and folds. */
  private String read(int end, boolean single) {
    StringBuilder value = new StringBuilder();
    while (cursor.offset() < end) {
      boolean escapedBreak = false;
      while (cursor.offset() < end && !Cursor.isBlankOrBreak(cursor.peek())) {
        if (!single && cursor.peek() == '\\' && Cursor.isBreak(cursor.peek(1))) {
          cursor.skip();
          cursor.skipBreak();
          escapedBreak = true;
          break;
        }
        readCharacter(value, end, single);
      }
      readGap(value, end, escapedBreak);
    }
    return value.toString();
  }

  private void readCharacter(StringBuilder value, int end, boolean single) {
    int start = cursor.offset();
    if (single && cursor.peek() == '\'' && start + 1 < end) {
      cursor.skip(2);
      value.append('\'');
    } else if (!single && cursor.peek() == '\\' && start + 1 < end) {
      readEscape(value, end);
    } else {
      cursor.skip();
      value.append(cursor.text(), start, cursor.offset());
    }
  }

  private void readEscape(StringBuilder value, int end) {
    int start = cursor.offset();
    int letter = cursor.peek(1);
    int digits =
        switch (letter) {
          case 'x' -> 2;
          case 'u' -> 4;
          case 'U' -> 8;
          default -> 0;
        };
    cursor.skip(2);
    if (digits > 0) {
      readHexadecimal(value, start, digits, end);
      return;
    }
    int meaning = escape(letter);
    if (meaning >= 0) {
      value.append((char) meaning);
      return;
    }
    value.append(cursor.text(), start, cursor.offset());
    problems.add(
        YamlProblem.Kind.SYNTAX,
        start,
        cursor.offset(),
        "`%s` is no escape of YAML; write `\\\\` for a backslash, or use single quotes."
            .formatted(cursor.text().substring(start, cursor.offset())));
  }

  private void readHexadecimal(StringBuilder value, int start, int digits, int end) {
    long code = 0;
    for (int i = 0; i < digits; i++) {
      int digit = cursor.offset() < end ? hexadecimal(cursor.peek()) : -1;
      if (digit < 0) {
        problems.add(
            YamlProblem.Kind.SYNTAX,
            start,
            cursor.offset(),
            "This escape needs %d hexadecimal digits.".formatted(digits));
        value.append(cursor.text(), start, cursor.offset());
        return;
      }
      code = (code << 4) | digit;
      cursor.skip();
    }
    if (code > Character.MAX_CODE_POINT || (code >= 0xD800 && code <= 0xDFFF)) {
      problems.add(
          YamlProblem.Kind.SYNTAX,
          start,
          cursor.offset(),
          "This escape names no Unicode character; write the character itself, or `\\U` with its "
              + "eight digits.");
      value.append('\uFFFD');
      return;
    }
    value.appendCodePoint((int) code);
  }

  private static int hexadecimal(int c) {
    return c < 128 ? Character.digit(c, 16) : -1;
  }

  private static int escape(int letter) {
    return switch (letter) {
      case '0' -> 0;
      case 'a' -> 7;
      case 'b' -> '\b';
      case 't', '\t' -> '\t';
      case 'n' -> '\n';
      case 'v' -> 0x0B;
      case 'f' -> '\f';
      case 'r' -> '\r';
      case 'e' -> 0x1B;
      case ' ', '"', '\'', '\\' -> letter;
      case 'N' -> 0x85;
      case '_' -> 0xA0;
      case 'L' -> 0x2028;
      case 'P' -> 0x2029;
      default -> -1;
    };
  }

  /** Blanks are kept inside a line; around line breaks they vanish, and the breaks fold. */
  private void readGap(StringBuilder value, int end, boolean escapedBreak) {
    int start = cursor.offset();
    boolean broken = escapedBreak;
    char firstBreak = 0;
    StringBuilder moreBreaks = new StringBuilder();
    while (cursor.offset() < end
        && (Cursor.isBlank(cursor.peek()) || Cursor.isBreak(cursor.peek()))) {
      if (Cursor.isBlank(cursor.peek())) {
        cursor.skip();
      } else if (!broken) {
        firstBreak = cursor.readBreak();
        broken = true;
      } else {
        moreBreaks.append(cursor.readBreak());
      }
    }
    if (!broken) {
      value.append(cursor.text(), start, cursor.offset());
    } else if (firstBreak != '\n') {
      value.append(firstBreak == 0 ? "" : firstBreak).append(moreBreaks);
    } else {
      value.append(moreBreaks.isEmpty() ? " " : moreBreaks);
    }
  }
}
