package dev.plimsoll.yaml;

/** The text that go-yaml scans ({@code readerc.go}), and the places in it that errors name. */
final class GoYamlInput {

  /** In bytes: characters are checked when the part of the text that holds them is read. */
  private static final int PART = 512;

  private final Cursor cursor;
  private int checked;
  private boolean endsInNewLine;

  GoYamlInput(String text) {
    cursor = new Cursor(text);
    if (text.startsWith("\uFEFF")) {
      checked = 1;
      cursor.skip();
      cursor.pretendColumn(0);
    }
  }

  /** A place in the text. */
  record Mark(int index, int line, int column) {}

  Mark mark() {
    return new Mark(cursor.codePoints(), line(), column());
  }

  int line() {
    return cursor.line() + (endsInNewLine ? 1 : 0);
  }

  int column() {
    return endsInNewLine ? 0 : cursor.column();
  }

  int peek() throws GoYamlFault {
    return peek(0);
  }

  int peek(int ahead) throws GoYamlFault {
    while (checked <= cursor.offset() + ahead && checked < cursor.text().length()) {
      checkPart();
    }
    return cursor.peek(ahead);
  }

  private void checkPart() throws GoYamlFault {
    String text = cursor.text();
    int bytes = 0;
    while (checked < text.length()) {
      int codePoint = text.codePointAt(checked);
      bytes += codePoint < 0x80 ? 1 : codePoint < 0x800 ? 2 : codePoint < 0x10000 ? 3 : 4;
      if (bytes > PART) {
        return;
      }
      if (!Cursor.isAllowed(codePoint)) {
        throw GoYamlFault.at(0, "control characters are not allowed");
      }
      checked += Character.charCount(codePoint);
    }
  }

  boolean atBlank() throws GoYamlFault {
    return Cursor.isBlank(peek());
  }

  boolean atBreak() throws GoYamlFault {
    return Cursor.isBreak(peek());
  }

  boolean atBreakOrEnd() throws GoYamlFault {
    return Cursor.isBreakOrEnd(peek());
  }

  boolean atBlankBreakOrEnd() throws GoYamlFault {
    return Cursor.isBlankOrBreak(peek());
  }

  boolean atDocumentIndicator() throws GoYamlFault {
    peek(3);
    return cursor.atDocumentIndicator();
  }

  void skip() {
    cursor.skip();
  }

  void skip(int count) {
    cursor.skip(count);
  }

  void skipBreak() throws GoYamlFault {
    peek(1);
    cursor.skipBreak();
  }

  void skipBlanks() throws GoYamlFault {
    while (atBlank()) {
      skip();
    }
  }

  void skipLine() throws GoYamlFault {
    while (!atBreakOrEnd()) {
      skip();
    }
  }

  /** What may stand behind a header or a directive: blanks and a comment, up to the next line. */
  void endLine() throws GoYamlFault {
    skipBlanks();
    if (peek() == '#') {
      skipLine();
    }
    if (!atBreakOrEnd()) {
      throw fault("did not find expected comment or line break");
    }
    if (atBreak()) {
      skipBreak();
    }
  }

  /** Letters, digits, {@code _} and {@code -}. */
  String word() throws GoYamlFault {
    StringBuilder word = new StringBuilder();
    while (Cursor.isWord(peek())) {
      word.append((char) peek());
      skip();
    }
    return word.toString();
  }

  /** At its end go-yaml counts the last line as ended. */
  void end() {
    endsInNewLine = column() != 0;
  }

  /** An error of the scanner at this place: it counts lines from 1, except the first. */
  GoYamlFault fault(String problem) {
    return GoYamlFault.at(line() == 0 ? 0 : line() + 1, problem);
  }
}
