package dev.plimsoll.values;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Writes YAML as go-yaml does ({@code emitterc.go}, {@code encode.go}). */
public final class YamlWriter<O> implements TreeWriter<O> {

  private static final int INDENT = 2;

  /** Keys of more bytes are written behind a question mark. */
  private static final int LONGEST_SIMPLE_KEY = 128;

  private final PrintTarget<O> target;
  private final YamlDialect dialect;
  private final YamlLine<O> line;
  private final List<Open<O>> open = new ArrayList<>();

  /** Whether a value of a key is written next. */
  private boolean inMap;

  /**
   * A map or list that is not closed yet.
   *
   * @param indent the column of its keys or dashes
   */
  private record Open<O>(O origin, int indent) {}

  public YamlWriter(PrintTarget<O> target, YamlDialect dialect) {
    this.target = target;
    this.dialect = dialect;
    this.line = new YamlLine<>(target);
  }

  @Override
  public List<String> inOrder(Collection<String> keys) {
    return YamlKeyOrder.sorted(keys, dialect);
  }

  @Override
  public void openMap(int size, O origin) {
    int indent = around() + INDENT;
    if (size == 0) {
      token("{}", origin);
    }
    open.add(new Open<>(origin, indent));
  }

  @Override
  public void key(String key, O origin) {
    Open<O> map = open.getLast();
    target.from(map.origin);
    line.startLine(map.indent);
    YamlStyle.Shape shape = YamlStyle.Shape.of(key);
    if (GoText.utf8Length(key) <= LONGEST_SIMPLE_KEY && !shape.hasBreaks()) {
      target.from(origin);
      YamlStyle style = YamlStyle.of(key, shape, true, dialect);
      new YamlText(line, key, map.indent + INDENT, Integer.MAX_VALUE).write(style);
      target.from(map.origin);
      line.write(':');
    } else {
      line.indicator('?');
      text(key, origin);
      target.from(map.origin);
      line.startLine(map.indent);
      line.indicator(':');
    }
    inMap = true;
  }

  @Override
  public void openList(int size, O origin) {
    if (size == 0) {
      token("[]", origin);
    }
    // A list below a key is not indented, unless it begins on the key's line.
    boolean isFlush = inMap && !line.isIndentation() && !dialect.indentsLists();
    open.add(new Open<>(origin, isFlush ? around() : around() + INDENT));
  }

  @Override
  public void item() {
    Open<O> list = open.getLast();
    target.from(list.origin);
    line.startLine(list.indent);
    line.indicator('-');
    inMap = false;
  }

  @Override
  public void close() {
    open.removeLast();
  }

  @Override
  public void text(String text, O origin) {
    line.separate();
    target.from(origin);
    YamlStyle style = YamlStyle.of(text, YamlStyle.Shape.of(text), false, dialect);
    new YamlText(line, text, Math.max(0, around()) + INDENT, dialect.width()).write(style);
  }

  @Override
  public void number(double number, O origin) {
    token(
        switch (dialect) {
          case V2 -> GoNumber.yaml(number);
          case V3 -> GoNumber.yamlGeneral(number);
        },
        origin);
  }

  @Override
  public void token(String token, O origin) {
    line.separate();
    target.from(origin);
    line.write(token);
  }

  /** Ends the last line. */
  public void finish() {
    if (line.column() > 0) {
      line.newLine();
    }
  }

  /** The indentation of the innermost collection. */
  private int around() {
    return open.isEmpty() ? -INDENT : open.getLast().indent;
  }
}
