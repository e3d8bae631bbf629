package dev.plimsoll.diagnostic;

import java.time.LocalDate;
import java.util.Optional;

/**
 * Why a diagnostic does not count: a suppression or the baseline.
 *
 * @param kind how it was accepted
 * @param reason never empty for a suppression
 * @param owner who answers for it; empty where none was given
 * @param expires the last day on which it holds
 */
public record AcceptedBy(Kind kind, String reason, String owner, Optional<LocalDate> expires) {

  /** How a diagnostic was accepted. */
  public enum Kind {
    SUPPRESSION,
    BASELINE
  }
}
