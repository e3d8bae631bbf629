package dev.plimsoll.values;

import dev.plimsoll.source.Span;

/** Reads the text of a {@code --set} argument piece by piece. */
final class SetScanner {

  /** What {@link #stop} says at the end of the text. */
  static final int END = -1;

  private final String text;
  private final boolean escapes;
  private int at;
  private int start;
  private int stop;

  /**
   * @param escapes whether a backslash takes the meaning from the character behind it
   */
  SetScanner(String text, boolean escapes) {
    this.text = text;
    this.escapes = escapes;
  }

  /** The text up to one of {@code stops}, which is consumed, or up to the end. */
  String until(String stops) {
    StringBuilder read = new StringBuilder();
    start = at;
    while (at < text.length()) {
      char c = text.charAt(at++);
      if (stops.indexOf(c) >= 0) {
        stop = c;
        return read.toString();
      }
      if (c != '\\' || !escapes) {
        read.append(c);
      } else if (at < text.length()) {
        read.append(text.charAt(at++));
      }
    }
    stop = END;
    return read.toString();
  }

  /** What ended the last {@link #until}: one of its stops, or {@link #END}. */
  int stop() {
    return stop;
  }

  /** Where the result of the last {@link #until} stands, with its escapes. */
  Span span() {
    return new Span(start, stop == END ? at : at - 1);
  }

  boolean atEnd() {
    return at >= text.length();
  }

  /** Consumes {@code c} if it is next. */
  boolean skip(char c) {
    if (atEnd() || text.charAt(at) != c) {
      return false;
    }
    at++;
    return true;
  }

  /**
   * Consumes blanks, and a comma behind them.
   *
   * @return whether nothing else was there: a comma or the end was met
   */
  boolean skipBlanksAndComma() {
    while (!atEnd()) {
      char c = text.charAt(at);
      if (c == ',') {
        at++;
        return true;
      }
      if (!isSpace(c)) {
        return false;
      }
      at++;
    }
    return true;
  }

  int offset() {
    return at;
  }

  void moveTo(int offset) {
    at = offset;
  }

  String text() {
    return text;
  }

  /** Go's {@code unicode.IsSpace}. */
  static boolean isSpace(char c) {
    return (c >= '\t' && c <= '\r') || c == '\u0085' || Character.isSpaceChar(c);
  }
}
