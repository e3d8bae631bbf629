package dev.plimsoll.yaml;

/**
 * A place in a text that moves forward, with go-yaml's classes of characters. The end of the text
 * counts as one more character, {@link #END}.
 */
final class Cursor {

  /** What stands behind the last character. */
  static final int END = -1;

  private final String text;

  /** An array is read a good deal faster than a text while code is young. */
  private final char[] units;

  private int offset;
  private int codePoints;
  private int column;
  private int line;
  private int lineStart;

  Cursor(String text) {
    this.text = text;
    this.units = text.toCharArray();
  }

  /** A place to come back to. */
  record Place(int offset, int codePoints, int column, int line, int lineStart) {}

  Place place() {
    return new Place(offset, codePoints, column, line, lineStart);
  }

  void moveTo(Place place) {
    offset = place.offset;
    codePoints = place.codePoints;
    column = place.column;
    line = place.line;
    lineStart = place.lineStart;
  }

  String text() {
    return text;
  }

  /** In UTF-16 units from the start of the text. */
  int offset() {
    return offset;
  }

  /** How many code points stand before. */
  int codePoints() {
    return codePoints;
  }

  /** In code points, from 0, as far as a tab did not give the line another indentation. */
  int column() {
    return column;
  }

  /** From 0. */
  int line() {
    return line;
  }

  /** The offset at which the current line starts. */
  int lineStart() {
    return lineStart;
  }

  /** Lets this place count as {@code newColumn}: how a line with a wrong indentation is placed. */
  void pretendColumn(int newColumn) {
    column = newColumn;
  }

  int peek() {
    return peek(0);
  }

  /** The UTF-16 unit {@code ahead} units further; enough, since all indicators are single units. */
  int peek(int ahead) {
    int at = offset + ahead;
    return at < units.length ? units[at] : END;
  }

  boolean atEnd() {
    return offset >= units.length;
  }

  /** Moves over one character that is no line break. */
  void skip() {
    offset += units[offset] >= Character.MIN_SURROGATE && isPair() ? 2 : 1;
    codePoints++;
    column++;
  }

  private boolean isPair() {
    return Character.isHighSurrogate(units[offset])
        && offset + 1 < units.length
        && Character.isLowSurrogate(units[offset + 1]);
  }

  void skip(int count) {
    for (int i = 0; i < count; i++) {
      skip();
    }
  }

  /** Moves over one line break; CRLF is one. */
  void skipBreak() {
    boolean pair = peek() == '\r' && peek(1) == '\n';
    offset += pair ? 2 : 1;
    codePoints += pair ? 2 : 1;
    column = 0;
    line++;
    lineStart = offset;
  }

  /** Moves over one line break and gives what it means in a scalar. */
  char readBreak() {
    int c = peek();
    skipBreak();
    return c == '\u2028' || c == '\u2029' ? (char) c : '\n';
  }

  void skipBlanks() {
    while (isBlank(peek())) {
      skip();
    }
  }

  void skipToLineEnd() {
    while (!isBreakOrEnd(peek())) {
      skip();
    }
  }

  void skipToEnd() {
    while (!atEnd()) {
      skipToLineEnd();
      if (!atEnd()) {
        skipBreak();
      }
    }
  }

  /**
   * Whether {@code ---} or {@code ...} stands here at the start of a line, alone or before a blank.
   */
  boolean atDocumentIndicator() {
    return atDocumentIndicator('-') || atDocumentIndicator('.');
  }

  boolean atDocumentIndicator(char mark) {
    return column == 0
        && peek() == mark
        && peek(1) == mark
        && peek(2) == mark
        && isBlankOrBreak(peek(3));
  }

  /** Whether only blanks stand between the start of the line and {@code place}. */
  boolean isFirstOnLine(int place) {
    int at = place;
    while (at > lineStart && isBlank(units[at - 1])) {
      at--;
    }
    return at == lineStart;
  }

  static boolean isBlank(int c) {
    return c == ' ' || c == '\t';
  }

  static boolean isBreak(int c) {
    return c == '\n' || c == '\r' || c == '\u0085' || c == '\u2028' || c == '\u2029';
  }

  static boolean isBreakOrEnd(int c) {
    return c == END || isBreak(c);
  }

  static boolean isBlankOrBreak(int c) {
    return isBlank(c) || isBreakOrEnd(c);
  }

  /** What names of anchors and tag handles consist of. */
  static boolean isWord(int c) {
    return (c >= 'a' && c <= 'z')
        || (c >= 'A' && c <= 'Z')
        || (c >= '0' && c <= '9')
        || c == '_'
        || c == '-';
  }

  /** The offset of the next character that YAML does not allow; the length of the text if none. */
  int nextForbidden(int from) {
    for (int i = from; i < units.length; i++) {
      char unit = units[i];
      if ((unit < ' ' || unit > '~') && unit != '\n' && !isAllowed(text.codePointAt(i))) {
        return i;
      }
      if (Character.isHighSurrogate(unit)) {
        // Its second half is no character of its own.
        i += Character.charCount(text.codePointAt(i)) - 1;
      }
    }
    return units.length;
  }

  /** Whether YAML allows the code point at all. */
  static boolean isAllowed(int codePoint) {
    return (codePoint >= 0x20 && codePoint <= 0x7E)
        || codePoint == '\t'
        || codePoint == '\n'
        || codePoint == '\r'
        || codePoint == 0x85
        || (codePoint >= 0xA0 && codePoint <= 0xD7FF)
        || (codePoint >= 0xE000 && codePoint <= 0xFFFD)
        || codePoint >= 0x10000;
  }
}
