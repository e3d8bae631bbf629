package dev.plimsoll.source;

/**
 * Two positions in one text.
 *
 * @param start inclusive
 * @param end exclusive, not before {@code start}
 */
public record Range(Position start, Position end) {

  public Range {
    if (end.compareTo(start) < 0) {
      throw new IllegalArgumentException("Range ends before it starts: " + start + ".." + end);
    }
  }
}
