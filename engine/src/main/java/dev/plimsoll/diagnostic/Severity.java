package dev.plimsoll.diagnostic;

import java.util.Locale;
import java.util.Optional;

/** How bad a diagnostic is, worst first. The order is that of the Language Server Protocol. */
public enum Severity {
  ERROR,
  WARNING,
  INFO;

  /** Whether this is as bad as {@code threshold} or worse. */
  public boolean isAtLeast(Severity threshold) {
    return compareTo(threshold) <= 0;
  }

  /** The worse of the two. */
  public Severity worst(Severity other) {
    return isAtLeast(other) ? this : other;
  }

  /** As users write it: {@code error}. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Reads {@link #label()}; anything else is empty. */
  public static Optional<Severity> parse(String label) {
    for (Severity severity : values()) {
      if (severity.label().equals(label)) {
        return Optional.of(severity);
      }
    }
    return Optional.empty();
  }
}
