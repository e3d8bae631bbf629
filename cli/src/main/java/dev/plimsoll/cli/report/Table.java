package dev.plimsoll.cli.report;

import dev.plimsoll.cli.terminal.DisplayWidth;
import dev.plimsoll.cli.terminal.Palette;
import java.util.ArrayList;
import java.util.List;

/** Columns of text under a header, as {@code helm list} and {@code kubectl get} print them. */
public final class Table {

  private static final String GAP = "   ";

  private final List<List<String>> rows = new ArrayList<>();
  private final int columns;

  public Table(String... header) {
    this.columns = header.length;
    rows.add(List.of(header));
  }

  /**
   * Adds a row; throws {@link IllegalArgumentException} if it has not as many cells as the header.
   */
  public void row(String... cells) {
    if (cells.length != columns) {
      throw new IllegalArgumentException(cells.length + " cells for " + columns + " columns");
    }
    rows.add(List.of(cells));
  }

  /** Every row with a line end; nothing is padded behind the last column. */
  public String render(Palette palette) {
    int[] widths = widths();
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < rows.size(); i++) {
      String line = line(rows.get(i), widths);
      out.append(i == 0 ? palette.bold(line) : line).append('\n');
    }
    return out.toString();
  }

  private int[] widths() {
    int[] widths = new int[columns];
    for (List<String> row : rows) {
      for (int column = 0; column < columns; column++) {
        widths[column] = Math.max(widths[column], DisplayWidth.of(row.get(column)));
      }
    }
    return widths;
  }

  private static String line(List<String> row, int[] widths) {
    StringBuilder line = new StringBuilder();
    for (int column = 0; column < row.size(); column++) {
      String cell = row.get(column);
      line.append(cell);
      if (column < row.size() - 1) {
        line.append(" ".repeat(widths[column] - DisplayWidth.of(cell))).append(GAP);
      }
    }
    return line.toString().stripTrailing();
  }
}
