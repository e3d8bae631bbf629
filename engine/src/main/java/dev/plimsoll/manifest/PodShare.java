package dev.plimsoll.manifest;

import java.util.Optional;

/**
 * A number of pods or a percentage of them, as {@code maxSurge}, {@code maxUnavailable} and {@code
 * minAvailable} take it: {@code intstr.GetScaledValueFromIntOrPercent} of {@code
 * k8s.io/apimachinery}.
 *
 * @param amount pods, or percent; never negative
 */
public record PodShare(long amount, boolean isPercentage) {

  /** What a rolling update takes where nothing is said. */
  public static final PodShare QUARTER = new PodShare(25, true);

  private static final long WHOLE = 100;

  /** What becomes of a part of a pod. */
  public enum Rounding {
    /** As with {@code maxSurge} and with both fields of a disruption budget. */
    UP,
    /** As with {@code maxUnavailable} of a rolling update. */
    DOWN
  }

  public PodShare {
    if (amount < 0) {
      throw new IllegalArgumentException("Nobody has " + amount + " pods");
    }
  }

  /**
   * Reads a field.
   *
   * @return empty for what is not there, and for what the API server refuses: a text without a
   *     percent sign, a negative number, more digits than a number of pods has
   */
  public static Optional<PodShare> of(Field field) {
    Optional<Long> number = field.integer();
    return number.isPresent()
        ? number.filter(pods -> pods >= 0).map(pods -> new PodShare(pods, false))
        : field
            .text()
            .filter(text -> text.matches("\\d{1,9}%"))
            .map(text -> new PodShare(Long.parseLong(text.substring(0, text.length() - 1)), true));
  }

  /**
   * How many of some pods that is.
   *
   * @param pods not negative
   */
  public long of(long pods, Rounding rounding) {
    if (!isPercentage) {
      return amount;
    }
    long parts = Math.multiplyExact(amount, pods);
    return switch (rounding) {
      case UP -> Math.ceilDiv(parts, WHOLE);
      case DOWN -> parts / WHOLE;
    };
  }
}
