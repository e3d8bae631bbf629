package dev.plimsoll.cli.report;

import dev.plimsoll.cli.terminal.DisplayWidth;

/** Prose in lines that a terminal can show. */
final class WrappedText {

  private WrappedText() {}

  /** {@code text} in lines of at most {@code width} columns, each indented and ended. */
  static String of(String text, String indent, int width) {
    StringBuilder out = new StringBuilder();
    StringBuilder line = new StringBuilder(indent);
    for (String word : text.strip().split("\\s+", -1)) {
      boolean first = line.length() == indent.length();
      if (!first && DisplayWidth.of(line.toString()) + 1 + DisplayWidth.of(word) > width) {
        out.append(line).append('\n');
        line = new StringBuilder(indent);
        first = true;
      }
      line.append(first ? "" : " ").append(word);
    }
    return out.append(line).append('\n').toString();
  }
}
