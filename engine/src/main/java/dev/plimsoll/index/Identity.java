package dev.plimsoll.index;

import org.jspecify.annotations.Nullable;

/** A key that stands for one object and nothing that is equal to it; null is one, too. */
public record Identity(@Nullable Object of) {

  @Override
  @SuppressWarnings("ReferenceEquality") // This is what it is for.
  public boolean equals(@Nullable Object other) {
    return other instanceof Identity that && that.of == of;
  }

  @Override
  public int hashCode() {
    return System.identityHashCode(of);
  }
}
