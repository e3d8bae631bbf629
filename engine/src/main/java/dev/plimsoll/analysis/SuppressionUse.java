package dev.plimsoll.analysis;

import dev.plimsoll.project.Suppression;

/**
 * What became of one suppression.
 *
 * @param matched how many diagnostics, or things that could not be checked, it accepted; for an
 *     expired one, how many it would have
 * @param isExpired whether its last day is over, so that it accepted nothing
 */
public record SuppressionUse(Suppression suppression, int matched, boolean isExpired) {

  /** Whether nothing is left for it to do. */
  public boolean isUnused() {
    return matched == 0;
  }
}
