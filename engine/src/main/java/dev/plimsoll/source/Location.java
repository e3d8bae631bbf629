package dev.plimsoll.source;

import java.util.Comparator;

/**
 * A span in a file.
 *
 * @param file the text
 * @param span inside {@code file.text()}
 */
public record Location(SourceFile file, Span span) implements Comparable<Location> {

  private static final Comparator<Location> ORDER =
      Order.of(Order.by(location -> location.file.path()), Order.by(Location::span));

  public Location {
    if (span.end() > file.text().length()) {
      throw new IllegalArgumentException(
          "Span ends at " + span.end() + " behind the end of " + file.path());
    }
  }

  public Range range() {
    return file.lines().range(span);
  }

  public Position position() {
    return file.lines().position(span.start());
  }

  /** Orders by path, then by span. */
  @Override
  public int compareTo(Location other) {
    return ORDER.compare(this, other);
  }

  /** {@code path:line}, for people. */
  public String line() {
    return file.path() + ":" + position().line();
  }

  /** {@code path:line:column}, which terminals and editors can follow. */
  @Override
  public String toString() {
    return file.path() + ":" + position();
  }
}
