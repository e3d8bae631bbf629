package dev.plimsoll.cli.report;

import dev.plimsoll.source.LineIndex;
import dev.plimsoll.source.Location;
import dev.plimsoll.source.Position;
import dev.plimsoll.source.Range;
import dev.plimsoll.source.Span;
import java.util.Optional;

/**
 * A place as reports show it, without the text around it.
 *
 * @param file relative to the workspace
 * @param line the source line on which it begins, secrets masked; empty where there is no text, as
 *     in an archive or a file that is missing
 */
record ShownPlace(String file, Range range, Optional<MarkedLine> line) {

  static ShownPlace of(Location location, SecretMask mask) {
    return new ShownPlace(location.file().path(), location.range(), shown(location, mask));
  }

  Position start() {
    return range.start();
  }

  /** A place that spans several lines is marked to the end of its first. */
  private static Optional<MarkedLine> shown(Location location, SecretMask mask) {
    if (location.file().text().isEmpty()) {
      return Optional.empty();
    }
    LineIndex lines = location.file().lines();
    Span line = lines.line(lines.lineOf(location.span().start()));
    int start = Math.clamp(location.span().start(), line.start(), line.end());
    int end = Math.clamp(location.span().end(), start, line.end());
    MarkedLine whole =
        new MarkedLine(location.file().text(line), start - line.start(), end - line.start());
    return Optional.of(mask.apply(location.file(), line, whole).printable().cut());
  }
}
