package dev.plimsoll.schema;

import java.util.Arrays;
import java.util.Collection;
import java.util.Locale;
import java.util.Optional;

/** Finds what somebody may have meant, by edit distance. */
final class NearName {

  private static final int MAX_LENGTH = 100;

  private NearName() {}

  /**
   * The candidate nearest to {@code written}, if it is near enough: the same but for case and
   * separators, or at most a third of its letters away. A tie has no answer unless one candidate
   * differs only in case or separators.
   */
  static Optional<String> of(String written, Collection<String> candidates) {
    String best = null;
    int bestDistance = Integer.MAX_VALUE;
    boolean tie = false;
    for (String candidate : candidates) {
      int distance = distance(written, candidate);
      if (distance < bestDistance) {
        best = candidate;
        bestDistance = distance;
        tie = false;
      } else if (distance == bestDistance) {
        tie = true;
      }
    }
    int allowed = Math.max(1, Math.min(3, written.length() / 3));
    return tie || bestDistance > allowed ? Optional.empty() : Optional.ofNullable(best);
  }

  /**
   * The number of letters to insert, delete, replace or swap with their neighbour; 0 for names that
   * differ only in case and separators.
   */
  static int distance(String left, String right) {
    if (Math.max(left.length(), right.length()) > MAX_LENGTH) {
      return left.equals(right) ? 0 : Integer.MAX_VALUE;
    }
    String a = fold(left);
    String b = fold(right);
    int[] beforePrevious = new int[b.length() + 1];
    int[] previous = new int[b.length() + 1];
    int[] current = new int[b.length() + 1];
    Arrays.setAll(previous, i -> i);
    for (int i = 1; i <= a.length(); i++) {
      current[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int change = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
        int best = Math.min(previous[j - 1] + change, Math.min(previous[j], current[j - 1]) + 1);
        boolean swapped =
            i > 1
                && j > 1
                && a.charAt(i - 1) == b.charAt(j - 2)
                && a.charAt(i - 2) == b.charAt(j - 1);
        current[j] = swapped ? Math.min(best, beforePrevious[j - 2] + 1) : best;
      }
      int[] recycled = beforePrevious;
      beforePrevious = previous;
      previous = current;
      current = recycled;
    }
    return previous[b.length()];
  }

  private static String fold(String name) {
    return name.replace("-", "").replace("_", "").replace(".", "").toLowerCase(Locale.ROOT);
  }
}
