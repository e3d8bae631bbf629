package dev.plimsoll.schemas;

import org.jspecify.annotations.Nullable;

/**
 * A field of a type; one that changed between versions of Kubernetes is two.
 *
 * @param defaultValue a scalar as text; empty if there is none
 */
record FieldOfType(String name, Shape shape, String defaultValue) {

  /** The type that values of the field consist of. */
  @Nullable String target() {
    Shape inner = shape;
    while (inner.element() != null) {
      inner = inner.element();
    }
    return inner.type();
  }
}
