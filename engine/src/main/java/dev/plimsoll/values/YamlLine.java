package dev.plimsoll.values;

/** The line that a YAML writer is at: what stands on it decides about blanks and line ends. */
final class YamlLine<O> {

  private static final String BLANKS = " ".repeat(64);

  private final PrintTarget<O> target;
  private int column;

  /** Whether the line so far is nothing but indentation and dashes. */
  private boolean indentation = true;

  private boolean blank = true;

  YamlLine(PrintTarget<O> target) {
    this.target = target;
  }

  int column() {
    return column;
  }

  boolean isIndentation() {
    return indentation;
  }

  void write(char c) {
    target.write(c);
    wrote(1);
  }

  /** Writes characters that the text does not have like this. */
  void write(String ascii) {
    target.write(ascii);
    wrote(ascii.length());
  }

  /** Writes a part of the text as it is; none of it is outside of the BMP. */
  void copy(String text, int start, int end) {
    if (start < end) {
      target.copy(text, start, end);
      wrote(end - start);
    }
  }

  private void wrote(int columns) {
    column += columns;
    blank = false;
    indentation = false;
  }

  /** Sets off what follows from what stands on the line. */
  void separate() {
    if (!blank) {
      write(' ');
    }
  }

  /** Writes a dash or the like, behind which a collection may go on in the same line. */
  void indicator(char c) {
    boolean atStart = indentation;
    separate();
    write(c);
    indentation = atStart;
  }

  /** Goes to a column of a line on which nothing but indentation stands. */
  void startLine(int wanted) {
    if (!indentation || column > wanted || (column == wanted && !blank)) {
      newLine();
    }
    while (column < wanted) {
      int width = Math.min(wanted - column, BLANKS.length());
      target.write(BLANKS.substring(0, width));
      column += width;
    }
    blank = true;
    indentation = true;
  }

  /** Writes a line break of the text. */
  void breakLine(String text, int at) {
    if (text.charAt(at) == '\n') {
      target.copy(text, at, at + 1);
      atStart();
    } else {
      copy(text, at, at + 1);
      column = 0;
      indentation = true;
    }
  }

  void newLine() {
    target.write('\n');
    atStart();
  }

  private void atStart() {
    column = 0;
    blank = true;
    indentation = true;
  }

  /** Text follows that is not indentation. */
  void beginText() {
    indentation = false;
  }
}
