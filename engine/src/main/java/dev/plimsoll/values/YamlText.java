package dev.plimsoll.values;

/** Writes one text in a style that reads back as that text. */
final class YamlText {

  private static final int INDENT = 2;

  private final YamlLine<?> line;
  private final String text;
  private final int indent;

  /** The column behind which a blank may become a line break. */
  private final int width;

  /**
   * @param indent where a line of this text begins
   * @param width behind which column text is folded
   */
  YamlText(YamlLine<?> line, String text, int indent, int width) {
    this.line = line;
    this.text = text;
    this.indent = indent;
    this.width = width;
  }

  void write(YamlStyle style) {
    switch (style) {
      case PLAIN -> writePlain();
      case SINGLE_QUOTED -> writeSingleQuoted();
      case DOUBLE_QUOTED -> writeDoubleQuoted();
      case LITERAL -> writeLiteral();
    }
  }

  private void writePlain() {
    if (text.length() <= width - line.column()) {
      line.copy(text, 0, text.length());
      return;
    }
    int copied = 0;
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) == ' ' && isFull(copied, i) && mayFold(i) && text.charAt(i + 1) != ' ') {
        line.copy(text, copied, i);
        line.startLine(indent);
        copied = i + 1;
      }
    }
    line.copy(text, copied, text.length());
  }

  private void writeSingleQuoted() {
    line.write('\'');
    boolean behindBreak = false;
    int copied = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == ' ' && i > 0 && isFull(copied, i) && mayFold(i) && text.charAt(i + 1) != ' ') {
        line.copy(text, copied, i);
        line.startLine(indent);
        copied = i + 1;
      } else if (YamlCharacters.isBreak(c)) {
        line.copy(text, copied, i);
        line.breakLine(text, i);
        copied = i + 1;
        behindBreak = true;
      } else {
        if (behindBreak && c != ' ') {
          line.copy(text, copied, i);
          line.startLine(indent);
          copied = i;
          behindBreak = false;
        }
        if (c == '\'') {
          line.copy(text, copied, i);
          line.write('\'');
          copied = i;
        }
      }
    }
    line.copy(text, copied, text.length());
    line.write('\'');
  }

  private void writeDoubleQuoted() {
    line.write('"');
    int copied = 0;
    for (int i = 0; i < text.length(); ) {
      int c = text.codePointAt(i);
      int next = i + Character.charCount(c);
      if (!YamlCharacters.isPrintable(c) || YamlCharacters.isBreak(c) || c == '"' || c == '\\') {
        line.copy(text, copied, i);
        line.write(YamlCharacters.escape(c));
        copied = next;
      } else if (c == ' ' && i > 0 && isFull(copied, i) && mayFold(i)) {
        line.copy(text, copied, i);
        line.startLine(indent);
        if (text.charAt(next) == ' ') {
          line.write('\\');
        }
        copied = next;
      }
      i = next;
    }
    line.copy(text, copied, text.length());
    line.write('"');
  }

  private void writeLiteral() {
    line.write('|');
    if (text.charAt(0) == ' ' || YamlCharacters.isBreak(text.charAt(0))) {
      line.write((char) ('0' + INDENT));
    }
    int last = text.length() - 1;
    if (!YamlCharacters.isBreak(text.charAt(last))) {
      line.write('-');
    } else if (last == 0 || YamlCharacters.isBreak(text.charAt(last - 1))) {
      line.write('+');
    }
    line.newLine();
    int copied = 0;
    for (int i = 0; i <= last; i++) {
      if (YamlCharacters.isBreak(text.charAt(i))) {
        writeLiteralLine(copied, i);
        line.breakLine(text, i);
        copied = i + 1;
      }
    }
    writeLiteralLine(copied, last + 1);
  }

  private void writeLiteralLine(int start, int end) {
    if (start < end) {
      if (line.isIndentation()) {
        line.startLine(indent);
        line.beginText();
      }
      line.copy(text, start, end);
    }
  }

  /** Whether the line is full with the characters that are not written yet. */
  private boolean isFull(int copied, int i) {
    return line.column() + (i - copied) > width;
  }

  /** Whether the single space {@code i} may become a line break. */
  private boolean mayFold(int i) {
    return i + 1 < text.length() && (i == 0 || text.charAt(i - 1) != ' ');
  }
}
