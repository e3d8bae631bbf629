package dev.plimsoll.diagnostic;

import dev.plimsoll.source.Location;
import dev.plimsoll.source.Span;

/**
 * A replacement of one span of one file.
 *
 * @param location what is replaced; an empty span inserts
 * @param newText what stands there afterwards; empty deletes
 */
public record TextEdit(Location location, String newText) {

  /**
   * Whether this and another edit cannot be made at once. Two insertions at one place cannot
   * either: their order would be chance.
   */
  public boolean quarrelsWith(TextEdit other) {
    Span span = location.span();
    Span another = other.location().span();
    return location.file().equals(other.location().file())
        && ((span.start() < another.end() && another.start() < span.end())
            || span.start() == another.start());
  }
}
