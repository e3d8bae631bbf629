package dev.plimsoll.origin;

import dev.plimsoll.source.Location;
import dev.plimsoll.source.Span;
import org.jspecify.annotations.Nullable;

/**
 * The place in a layer that says a value.
 *
 * @param keySpan the key that introduces the value; null for a list item and for the root of a
 *     layer
 * @param span the value itself; empty where the layer implies it ({@code key:} without a value)
 */
public record Origin(Layer layer, @Nullable Span keySpan, Span span) {

  /** {@code file:line}; or the option of a command line that says the value. */
  public String place() {
    return layer.kind().isOption() ? layer.label() : location().line();
  }

  /** Where the value stands. */
  public Location location() {
    return layer.file().at(span);
  }

  /** Where the key stands; the value's place if it has no key. */
  public Location keyLocation() {
    return layer.file().at(keySpan == null ? span : keySpan);
  }
}
