package dev.plimsoll.lsp.protocol;

import dev.plimsoll.source.LineIndex;
import dev.plimsoll.source.SourceFile;
import dev.plimsoll.source.Span;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.Range;

/** Translates offsets to positions of the protocol and back: nothing else adds or takes one. */
public final class LspAdapter {

  private final PositionEncoding encoding;

  public LspAdapter(PositionEncoding encoding) {
    this.encoding = encoding;
  }

  public PositionEncoding encoding() {
    return encoding;
  }

  /** The position of an offset, which may be the end of the text. */
  public Position position(SourceFile file, int offset) {
    LineIndex lines = file.lines();
    int line = lines.lineOf(offset);
    return new Position(line - 1, encoding.units(file.text(), lines.line(line).start(), offset));
  }

  public Range range(SourceFile file, Span span) {
    return new Range(position(file, span.start()), position(file, span.end()));
  }

  public Range range(dev.plimsoll.source.Location location) {
    return range(location.file(), location.span());
  }

  /**
   * The offset of a position. What is behind the end of a line or of the text is that end: editors
   * send both.
   */
  public int offset(SourceFile file, Position position) {
    LineIndex lines = file.lines();
    if (position.getLine() < 0) {
      return 0;
    }
    if (position.getLine() >= lines.lineCount()) {
      return file.text().length();
    }
    Span line = lines.line(position.getLine() + 1);
    return encoding.advance(
        file.text(), line.start(), line.end(), Math.max(0, position.getCharacter()));
  }

  /** The span of a range; a range that ends before it starts is empty. */
  public Span span(SourceFile file, Range range) {
    int start = offset(file, range.getStart());
    return new Span(start, Math.max(start, offset(file, range.getEnd())));
  }

  /** How many units of the client a part of one line has. */
  public int units(SourceFile file, Span span) {
    return encoding.units(file.text(), span.start(), span.end());
  }
}
