package dev.plimsoll.cli.report;

import dev.plimsoll.cli.terminal.Palette;
import java.util.List;

/** A unified diff for people. */
public final class DiffText {

  private DiffText() {}

  /** The lines of a unified diff, coloured, each with a line end. */
  public static String of(List<String> lines, Palette palette) {
    StringBuilder out = new StringBuilder();
    for (String line : lines) {
      out.append(colored(line, palette)).append('\n');
    }
    return out.toString();
  }

  private static String colored(String line, Palette palette) {
    if (line.startsWith("+")) {
      return palette.added(line);
    }
    return line.startsWith("-") ? palette.removed(line) : line;
  }
}
