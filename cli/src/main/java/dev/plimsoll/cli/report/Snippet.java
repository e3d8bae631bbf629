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

  /** The arrow line and, if the file has text, the source line and the carets. */
  String render(Location location, Severity severity) {
    LineIndex lines = location.file().lines();
    int line = lines.lineOf(location.span().start());
    MarkedLine shown = marked(location, lines.line(line));
    String number = Integer.toString(line);
    String indent = " ".repeat(number.length());
    String carets = "^".repeat(Math.max(1, DisplayWidth.of(shown.place())));
    String arrow = indent + palette.frame("--> ") + ShownPath.of(prefix, location) + "\n";
    if (location.file().text().isEmpty()) {
      // An archive, or a file that is missing: there is no line to show.
      return arrow;
    }
    return arrow
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
        new MarkedLine(location.file().text(line), start - line.start(), end - line.start());
    return mask.apply(location.file(), line, whole).printable().cut();
  }
}
