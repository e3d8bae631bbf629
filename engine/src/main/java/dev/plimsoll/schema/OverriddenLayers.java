package dev.plimsoll.schema;

import dev.plimsoll.diagnostic.Diagnostic;
import dev.plimsoll.diagnostic.RelatedLocation.Role;
import dev.plimsoll.origin.Origin;
import dev.plimsoll.source.Location;
import dev.plimsoll.source.Span;
import dev.plimsoll.values.ScalarValue;
import dev.plimsoll.values.Value;

/** Shows in a diagnostic what weaker layers say at the same path. */
public final class OverriddenLayers {

  private static final int MAX_RELATED_LAYERS = 4;

  private OverriddenLayers() {}

  /**
   * Adds a related location for each layer that lost.
   *
   * @param secret whether their values may not be shown
   */
  public static Diagnostic explain(Diagnostic diagnostic, Value value, boolean secret) {
    Diagnostic found = diagnostic;
    int count = 0;
    for (Value loser : value.shadowed()) {
      if (count++ == MAX_RELATED_LAYERS) {
        break;
      }
      String said = secret ? "also sets it" : "says " + ValueText.shown(loser, false);
      found =
          found.withRelated(
              Role.OVERRIDDEN_LAYER,
              place(loser),
              "The weaker layer `"
                  + Words.bounded(loser.origin().layer().label())
                  + "` "
                  + said
                  + " here.");
    }
    return found;
  }

  /** A scalar itself; of a map or list the key, because its text may be long. */
  static Location place(Value value) {
    Origin origin = value.origin();
    boolean visible = value instanceof ScalarValue && !origin.span().isEmpty();
    return visible ? origin.location() : keyPlace(origin);
  }

  /** The key, or the beginning of a value that has none. */
  static Location keyPlace(Origin origin) {
    return origin.keySpan() == null
        ? origin.layer().file().at(Span.at(origin.span().start()))
        : origin.keyLocation();
  }
}
