package dev.plimsoll.cli.report;

import dev.plimsoll.cli.terminal.DisplayWidth;
import dev.plimsoll.cli.terminal.Palette;
import java.util.List;
import java.util.Optional;

/** Writes places behind lines, as comments in a column, so that the text stays YAML. */
final class OriginColumn {

  private static final int GAP = 2;

  private final String prefix;
  private final Palette palette;
  private final int widestAligned;

  /**
   * @param prefix stands before every path; see {@link TextReport}
   * @param widestAligned a longer line has its comment right behind it
   */
  OriginColumn(String prefix, Palette palette, int widestAligned) {
    this.prefix = prefix;
    this.palette = palette;
    this.widestAligned = widestAligned;
  }

  /** A line, and what to say behind it. */
  record Line(String text, Optional<String> place) {}

  String render(List<Line> lines) {
    int widest = 0;
    for (Line line : lines) {
      int width = line.place().isPresent() ? DisplayWidth.of(line.text()) : 0;
      widest = width <= widestAligned ? Math.max(widest, width) : widest;
    }
    StringBuilder out = new StringBuilder();
    for (Line line : lines) {
      int padding = Math.max(GAP, widest + GAP - DisplayWidth.of(line.text()));
      out.append(line.text());
      line.place()
          .ifPresent(place ->
              out.append(" ".repeat(padding))
                  .append(palette.dim("# " + ShownPath.of(prefix, place))));
      out.append('\n');
    }
    return out.toString();
  }
}
