package dev.plimsoll.diagnostic;

import java.util.Locale;

/** How sure we are that the location of a diagnostic is the line to edit. */
public enum Precision {
  /** The location decides the fact that the diagnostic states. */
  EXACT,
  /** The location is the nearest place that is known to take part in it. */
  APPROXIMATE,
  /** No origin is known; the location is where the fact was seen. */
  UNKNOWN;

  /** As reports write it: {@code exact}. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
