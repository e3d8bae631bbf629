package dev.plimsoll.values;

import java.util.List;
import java.util.Map;

/**
 * Values as {@code sigs.k8s.io/yaml} writes them through go-yaml v2, which is what {@code helm get
 * values} prints and, but for the last line end, Helm's {@code toYaml}: sorted keys, lists not
 * indented, long text folded behind column 80.
 */
public final class YamlPrinter {

  private static final int INDENT = 2;
  private static final int WIDTH = 80;

  /** Keys of more bytes are written behind a question mark. */
  private static final int LONGEST_SIMPLE_KEY = 128;

  private final StringBuilder out = new StringBuilder();
  private int column;
  private int indent;

  /** Whether the line so far is nothing but indentation and dashes. */
  private boolean indentation = true;

  private boolean blank = true;

  private YamlPrinter() {}

  /** The YAML text, which ends with a line end. */
  public static String print(Value value) {
    YamlPrinter printer = new YamlPrinter();
    printer.write(value, false, -INDENT);
    if (printer.column > 0) {
      printer.newLine();
    }
    return printer.out.toString();
  }

  /**
   * Writes a value behind what stands on the line.
   *
   * @param inMap whether it is the value of a key
   * @param around the indentation of what it is in
   */
  private void write(Value value, boolean inMap, int around) {
    switch (value) {
      case ScalarValue scalar -> writeScalar(scalar.content(), around);
      case ListValue list -> writeList(list.items(), inMap, around);
      case MapValue map -> writeMap(map.entries(), around);
    }
  }

  private void writeMap(Map<String, Value> entries, int around) {
    if (entries.isEmpty()) {
      token("{}");
      return;
    }
    int own = around + INDENT;
    for (String key : YamlKeyOrder.sorted(entries.keySet())) {
      startLine(own);
      writeKey(key, own);
      Value value = entries.get(key);
      if (value != null) {
        write(value, true, own);
      }
    }
  }

  private void writeKey(String key, int own) {
    int[] text = key.codePoints().toArray();
    if (GoText.utf8Length(text) <= LONGEST_SIMPLE_KEY && !YamlStyle.hasBreaks(text)) {
      writeText(key, true, own);
      append(':');
      indentation = false;
      return;
    }
    indicator('?');
    writeText(key, false, own);
    startLine(own);
    indicator(':');
  }

  private void writeList(List<Value> items, boolean inMap, int around) {
    if (items.isEmpty()) {
      token("[]");
      return;
    }
    // A list below a key is not indented, unless it begins on the key's line.
    int own = inMap && !indentation ? around : around + INDENT;
    for (Value item : items) {
      startLine(own);
      indicator('-');
      write(item, false, own);
    }
  }

  private void writeScalar(GoScalar scalar, int around) {
    switch (scalar) {
      case GoScalar.Nil _ -> token("null");
      case GoScalar.Bool(boolean value) -> token(Boolean.toString(value));
      case GoScalar.Int64(long value) -> token(Long.toString(value));
      case GoScalar.Float64(double value) -> token(GoNumber.yaml(value));
      case GoScalar.Text(String value) -> writeText(value, false, around);
    }
  }

  private void writeText(String string, boolean simpleKey, int around) {
    int[] text = GoText.wellFormed(string).codePoints().toArray();
    indent = around + INDENT;
    switch (YamlStyle.of(text, string, simpleKey)) {
      case PLAIN -> {
        separate();
        writePlain(text, !simpleKey);
      }
      case SINGLE_QUOTED -> {
        separate();
        writeSingleQuoted(text, !simpleKey);
      }
      case DOUBLE_QUOTED -> {
        separate();
        writeDoubleQuoted(text, !simpleKey);
      }
      case LITERAL -> {
        separate();
        writeLiteral(text);
      }
    }
  }

  private void writePlain(int[] text, boolean folds) {
    for (int i = 0; i < text.length; i++) {
      if (text[i] == ' ' && folds && mayFold(text, i) && text[i + 1] != ' ') {
        startLine(indent);
      } else {
        append(text[i]);
      }
    }
  }

  private void writeSingleQuoted(int[] text, boolean folds) {
    append('\'');
    boolean behindBreak = false;
    for (int i = 0; i < text.length; i++) {
      int c = text[i];
      if (c == ' ') {
        if (folds && mayFold(text, i) && i > 0 && text[i + 1] != ' ') {
          startLine(indent);
        } else {
          append(c);
        }
        continue;
      }
      if (YamlStyle.isBreak(c)) {
        breakLine(c);
        behindBreak = true;
        continue;
      }
      if (behindBreak) {
        startLine(indent);
        behindBreak = false;
      }
      if (c == '\'') {
        append('\'');
      }
      append(c);
    }
    append('\'');
  }

  private void writeDoubleQuoted(int[] text, boolean folds) {
    append('"');
    for (int i = 0; i < text.length; i++) {
      int c = text[i];
      if (!YamlStyle.isPrintable(c) || YamlStyle.isBreak(c) || c == '"' || c == '\\') {
        YamlEscape.of(c).chars().forEach(this::append);
      } else if (c == ' ' && folds && i > 0 && mayFold(text, i)) {
        startLine(indent);
        if (text[i + 1] == ' ') {
          append('\\');
        }
      } else {
        append(c);
      }
    }
    append('"');
  }

  private void writeLiteral(int[] text) {
    append('|');
    if (text[0] == ' ' || YamlStyle.isBreak(text[0])) {
      append('0' + INDENT);
    }
    if (!YamlStyle.isBreak(text[text.length - 1])) {
      append('-');
    } else if (text.length == 1 || YamlStyle.isBreak(text[text.length - 2])) {
      append('+');
    }
    newLine();
    for (int c : text) {
      if (YamlStyle.isBreak(c)) {
        breakLine(c);
        continue;
      }
      if (indentation) {
        startLine(indent);
        indentation = false;
      }
      append(c);
    }
  }

  /** Whether the line is full at the single space {@code i}, which then becomes a line break. */
  private boolean mayFold(int[] text, int i) {
    return column > WIDTH && i + 1 < text.length && (i == 0 || text[i - 1] != ' ');
  }

  private void token(String text) {
    separate();
    text.chars().forEach(this::append);
  }

  private void separate() {
    if (!blank) {
      append(' ');
    }
  }

  /** Writes a dash or the like, behind which a collection may go on in the same line. */
  private void indicator(char c) {
    boolean atStart = indentation;
    separate();
    append(c);
    indentation = atStart;
  }

  private void startLine(int wanted) {
    if (!indentation || column > wanted || (column == wanted && !blank)) {
      newLine();
    }
    while (column < wanted) {
      append(' ');
    }
    blank = true;
    indentation = true;
  }

  private void breakLine(int c) {
    if (c == '\n') {
      newLine();
    } else {
      append(c);
      column = 0;
      indentation = true;
    }
  }

  private void newLine() {
    out.append('\n');
    column = 0;
    blank = true;
    indentation = true;
  }

  private void append(int c) {
    out.appendCodePoint(c);
    column++;
    blank = false;
    indentation = false;
  }
}
