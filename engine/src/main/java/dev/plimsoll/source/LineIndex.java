package dev.plimsoll.source;

import java.util.Arrays;

/**
 * Converts offsets of one text to positions and back. Lines end at LF, CRLF or a lone CR, as YAML
 * 1.1 has them; the line end belongs to the line it ends.
 */
public final class LineIndex {

  private final String text;
  private final int[] lineStarts;

  LineIndex(String text) {
    this.text = text;
    this.lineStarts = lineStarts(text);
  }

  /** How many lines the text has; the empty text has one. */
  public int lineCount() {
    return lineStarts.length;
  }

  /** The position of {@code offset}, which may be the end of the text. */
  public Position position(int offset) {
    int line = lineOf(offset);
    int start = lineStarts[line - 1];
    return new Position(line, text.codePointCount(start, offset) + 1);
  }

  public Range range(Span span) {
    return new Range(position(span.start()), position(span.end()));
  }

  /**
   * The offset of a position. A column behind the end of its line gives the end of that line, a
   * line behind the last gives the end of the text: editors send both.
   */
  public int offset(Position position) {
    if (position.line() > lineStarts.length) {
      return text.length();
    }
    Span line = line(position.line());
    int wanted = position.column() - 1;
    int available = text.codePointCount(line.start(), line.end());
    return text.offsetByCodePoints(line.start(), Math.min(wanted, available));
  }

  /** The 1-based number of the line that holds {@code offset}. */
  public int lineOf(int offset) {
    if (offset < 0 || offset > text.length()) {
      throw new IndexOutOfBoundsException("Offset " + offset + " of " + text.length());
    }
    int found = Arrays.binarySearch(lineStarts, offset);
    return found >= 0 ? found + 1 : -found - 1;
  }

  /** The span of a line (1-based) without its line end. */
  public Span line(int line) {
    int start = lineStarts[line - 1];
    int end = line < lineStarts.length ? lineStarts[line] : text.length();
    while (end > start && isLineEnd(text.charAt(end - 1))) {
      end--;
    }
    return new Span(start, end);
  }

  private static int[] lineStarts(String text) {
    int[] starts = new int[16];
    int count = 1;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean ends =
          c == '\n' || (c == '\r' && !(i + 1 < text.length() && text.charAt(i + 1) == '\n'));
      if (!ends) {
        continue;
      }
      if (count == starts.length) {
        starts = Arrays.copyOf(starts, count * 2);
      }
      starts[count++] = i + 1;
    }
    return Arrays.copyOf(starts, count);
  }

  private static boolean isLineEnd(char c) {
    return c == '\n' || c == '\r';
  }
}
