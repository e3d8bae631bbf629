package dev.plimsoll.cli.report;

import dev.plimsoll.cli.terminal.DisplayWidth;
import dev.plimsoll.cli.terminal.Palette;
import dev.plimsoll.diagnostic.Severity;

/**
 * A source line with carets under the place in question. Secrets are masked and long lines are cut
 * before anything is measured.
 */
final class Snippet {

  private final Palette palette;
  private final String prefix;

  Snippet(Palette palette, String prefix) {
    this.palette = palette;
    this.prefix = prefix;
  }

  /** How many columns the line number takes; text below the snippet lines up with it. */
  static int numberWidth(ShownPlace place) {
    return Integer.toString(place.start().line()).length();
  }

  /** The arrow line and, if the file has text, the source line and the carets. */
  String render(ShownPlace place, Severity severity) {
    String number = Integer.toString(place.start().line());
    String indent = " ".repeat(number.length());
    String arrow =
        indent
            + palette.frame("--> ")
            + ShownPath.of(prefix, place.file())
            + ":"
            + place.start()
            + "\n";
    if (place.line().isEmpty()) {
      return arrow;
    }
    MarkedLine shown = place.line().get();
    String carets = "^".repeat(Math.max(1, DisplayWidth.of(shown.place())));
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
}
