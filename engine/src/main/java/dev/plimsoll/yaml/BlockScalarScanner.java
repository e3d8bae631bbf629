package dev.plimsoll.yaml;

/** Reads literal ({@code |}) and folded ({@code >}) scalars. */
final class BlockScalarScanner {

  private final Cursor cursor;
  private final Tokens tokens;
  private final Problems problems;
  private final Indentation indentation;
  private final PropertyScanner properties;

  // The scalar at hand.
  private boolean keep;
  private boolean strip;
  private int indent;
  private final StringBuilder breaks = new StringBuilder();

  BlockScalarScanner(
      Cursor cursor,
      Tokens tokens,
      Problems problems,
      Indentation indentation,
      PropertyScanner properties) {
    this.cursor = cursor;
    this.tokens = tokens;
    this.problems = problems;
    this.indentation = indentation;
    this.properties = properties;
  }

  /** Reads the scalar whose indicator stands at the cursor, and the line breaks behind it. */
  void scan() {
    int start = cursor.offset();
    boolean literal = cursor.peek() == '|';
    cursor.skip();
    scanHeader();
    int end = cursor.offset();
    finishHeader();
    StringBuilder value = new StringBuilder();
    breaks.setLength(0);
    skipBreaks();
    char lineBreak = 0;
    boolean blankBefore = false;
    while (cursor.column() == indent && !cursor.atEnd()) {
      boolean blank = Cursor.isBlank(cursor.peek());
      if (!literal && !blankBefore && !blank && lineBreak == '\n') {
        value.append(breaks.isEmpty() ? " " : "");
      } else if (lineBreak != 0) {
        value.append(lineBreak);
      }
      value.append(breaks);
      breaks.setLength(0);
      blankBefore = blank;
      int line = cursor.offset();
      cursor.skipToLineEnd();
      end = cursor.offset();
      value.append(cursor.text(), line, end);
      lineBreak = cursor.atEnd() ? 0 : cursor.readBreak();
      skipBreaks();
    }
    if (!strip && lineBreak != 0) {
      value.append(lineBreak);
    }
    if (keep) {
      value.append(breaks);
    }
    tokens.addScalar(
        value.toString(), literal ? ScalarStyle.LITERAL : ScalarStyle.FOLDED, start, end);
  }

  /** The chomping and indentation indicators, in either order. */
  private void scanHeader() {
    keep = false;
    strip = false;
    indent = 0;
    boolean chomped = scanChomping();
    scanIndentation();
    if (!chomped) {
      scanChomping();
    }
  }

  private boolean scanChomping() {
    if (cursor.peek() != '+' && cursor.peek() != '-') {
      return false;
    }
    keep = cursor.peek() == '+';
    strip = !keep;
    cursor.skip();
    return true;
  }

  private void scanIndentation() {
    int c = cursor.peek();
    if (c < '0' || c > '9') {
      return;
    }
    if (c == '0') {
      problems.add(
          YamlProblem.Kind.SYNTAX,
          cursor.offset(),
          cursor.offset() + 1,
          "The indentation of a block text is a number from 1 to 9; leave it out to take that of "
              + "the first line.");
    } else {
      indent = Math.max(0, indentation.current()) + c - '0';
    }
    cursor.skip();
  }

  private void finishHeader() {
    cursor.skipBlanks();
    int start = cursor.offset();
    if (cursor.peek() == '#') {
      properties.scanComment();
    } else if (!Cursor.isBreakOrEnd(cursor.peek())) {
      cursor.skipToLineEnd();
      problems.add(
          YamlProblem.Kind.SYNTAX,
          start,
          cursor.offset(),
          "Nothing but a comment may follow the `|` or `>` of a block text; start the text on the "
              + "next line, or quote it.");
    }
    if (!cursor.atEnd()) {
      cursor.skipBreak();
    }
  }

  /** Moves over empty lines and the indentation of the next one, which may set {@link #indent}. */
  private void skipBreaks() {
    int deepest = 0;
    while (true) {
      while ((indent == 0 || cursor.column() < indent) && cursor.peek() == ' ') {
        cursor.skip();
      }
      deepest = Math.max(deepest, cursor.column());
      if ((indent == 0 || cursor.column() < indent) && cursor.peek() == '\t') {
        replaceTabs(deepest);
      }
      if (!Cursor.isBreak(cursor.peek())) {
        break;
      }
      breaks.append(cursor.readBreak());
    }
    if (indent == 0) {
      indent = firstIndent(deepest);
    }
  }

  private int firstIndent(int deepest) {
    return Math.max(1, Math.max(deepest, indentation.current() + 1));
  }

  /** Tabs count as the indentation that the text has. */
  private void replaceTabs(int deepest) {
    int start = cursor.offset();
    while (cursor.peek() == '\t') {
      cursor.skip();
    }
    problems.add(
        YamlProblem.Kind.TAB_INDENTATION,
        start,
        cursor.offset(),
        "The lines of a block text are indented with blanks, and a tab stands here; replace it by "
            + "blanks.");
    if (!Cursor.isBreak(cursor.peek())) {
      indent = indent == 0 ? firstIndent(deepest) : indent;
      cursor.pretendColumn(indent);
    }
  }
}
