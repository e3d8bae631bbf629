package dev.plimsoll.cel.value;

import org.jspecify.annotations.Nullable;

/**
 * A value that may be absent.
 *
 * @param value null if it is
 */
public record CelOptional(@Nullable Object value) {

  public static final CelOptional NONE = new CelOptional(null);

  public static CelOptional of(Object value) {
    return new CelOptional(value);
  }

  public static CelOptional ofNullable(@Nullable Object value) {
    return value == null ? NONE : of(value);
  }

  public boolean isPresent() {
    return value != null;
  }
}
