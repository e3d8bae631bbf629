package dev.plimsoll.diagnostic;

import dev.plimsoll.source.Location;

/**
 * A second place that explains a diagnostic.
 *
 * @param message one sentence about this place
 */
public record RelatedLocation(Role role, Location location, String message) {

  /** What the place has to do with the diagnostic. */
  public enum Role {
    /** The template text that wrote the field. */
    TEMPLATE("template"),
    /** A layer whose value lost, or was deleted. */
    OVERRIDDEN_LAYER("overridden-layer"),
    /** The rendered object. */
    OBJECT("object"),
    /** Where the thing is declared: a schema, a default, the first of two duplicates. */
    DEFINITION("definition");

    private final String label;

    Role(String label) {
      this.label = label;
    }

    /** As reports write it. */
    public String label() {
      return label;
    }
  }
}
