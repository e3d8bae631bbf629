package dev.plimsoll.cli.report;

import dev.plimsoll.cli.terminal.Palette;
import dev.plimsoll.template.origin.OriginFinder;
import dev.plimsoll.template.origin.OriginLine;
import dev.plimsoll.template.origin.SpanOrigin;
import dev.plimsoll.template.value.TracedText;

/** Rendered text with the origin of each line behind it. */
public final class RenderedLines {

  private static final int WIDEST_ALIGNED = 80;

  private final OriginColumn column;

  /**
   * @param prefix stands before every path: the way from the working directory to the workspace
   */
  public RenderedLines(String prefix, Palette palette) {
    this.column = new OriginColumn(prefix, palette, WIDEST_ALIGNED);
  }

  /**
   * The text with an origin behind each line that has one.
   *
   * @param text of a render that took nothing from another one
   */
  public String of(TracedText text) {
    return column.render(
        OriginLine.of(text, OriginFinder::new).stream()
            .map(line -> new OriginColumn.Line(line.text(), line.origin().map(SpanOrigin::place)))
            .toList());
  }
}
