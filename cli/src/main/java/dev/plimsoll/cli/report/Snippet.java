package dev.plimsoll.cli.report;

import dev.plimsoll.cli.terminal.DisplayWidth;
import dev.plimsoll.cli.terminal.Palette;
import dev.plimsoll.diagnostic.Severity;
import dev.plimsoll.source.LineIndex;
import dev.plimsoll.source.Location;
import dev.plimsoll.source.Span;

/**
 * A source line with carets under the place in question. Secrets are masked and long lines are cut
 * before anything is measured.
 */
final class Snippet {

  private final Palette palette;
  private final SecretMask mask;

  private final String prefix;

  Snippet(Palette palette, SecretMask mask, String prefix) {
    this.palette = palette;
    this.mask = mask;
    this.prefix = prefix;
  }

  /** How many columns the line number takes; text below the snippet lines up with it. */
  static int numberWidth(Location location) {
    return Integer.toString(location.position().line()).length();
  }

  /** The arrow line, the source line and the carets, each with a line end. */
  String render(Location location, Severity severity) {
    LineIndex lines = location.file().lines();
    int line = lines.lineOf(location.span().start());
    MarkedLine shown = marked(location, lines.line(line));
    String number = Integer.toString(line);
    String indent = " ".repeat(number.length());
    String carets = "^".repeat(Math.max(1, DisplayWidth.of(shown.place())));
    return indent
        + palette.frame("--> ")
        + (location.file().path().startsWith("--") ? "" : prefix)
        + location
        + "\n"
        + palette.frame(indent + " |")
        + "\n"
        + palette.frame(number + " |")
        + (shown.text().isEmpty() ? "" : " " + shown.text())
        + "\n"
        + palette.frame(indent + " | ")
        + " ".repeat(DisplayWidth.of(shown.before()))
        + palette.severity(severity, carets)
        + "\n";
  }

  /** A place that spans several lines is marked to the end of its first. */
  private MarkedLine marked(Location location, Span line) {
    int start = Math.clamp(location.span().start(), line.start(), line.end());
    int end = Math.clamp(location.span().end(), start, line.end());
    MarkedLine whole =
        new MarkedLine(
            location.file().text(line), start - line.start(), end - line.start());
    return mask.apply(location.file(), line, whole).printable().cut();
  }
}
