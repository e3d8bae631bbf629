package dev.plimsoll.diagnostic;

import java.util.Collection;
import java.util.Locale;
import java.util.Optional;

/**
 * Finds what a misspelt name was meant to be: the one place that decides what <em>did you mean</em>
 * says.
 */
public final class NearestName {

  /**
   * One mistake is forgiven for so many letters: {@code tag} may miss one, {@code replicaCount}
   * four.
   */
  private static final int LETTERS_PER_MISTAKE = 3;

  private NearestName() {}

  /**
   * The name that is nearest to {@code unknown} by letters added, dropped, changed or swapped with
   * their neighbour; a difference in case counts little. The first of {@code known} wins a tie.
   *
   * @return empty if no name is near enough to be worth a guess
   */
  public static Optional<String> of(String unknown, Collection<String> known) {
    String wanted = unknown.toLowerCase(Locale.ROOT);
    int best = Math.max(1, unknown.length() / LETTERS_PER_MISTAKE) + 1;
    Optional<String> nearest = Optional.empty();
    for (String name : known) {
      if (name.equals(unknown) || Math.abs(name.length() - unknown.length()) >= best) {
        continue;
      }
      int distance = distance(wanted, name.toLowerCase(Locale.ROOT));
      // Two short names of different letters are no misspelling of each other, however few the
      // edits.
      if (distance < best && distance * 2 < Math.max(2, name.length())) {
        best = distance;
        nearest = Optional.of(name);
      }
    }
    return nearest;
  }

  /**
   * The optimal string alignment distance: Levenshtein's, with a swap of neighbours as one edit.
   */
  private static int distance(String a, String b) {
    int[] beforePrevious = new int[b.length() + 1];
    int[] previous = new int[b.length() + 1];
    int[] current = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      previous[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      current[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int replaced = previous[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        current[j] = Math.min(replaced, Math.min(previous[j], current[j - 1]) + 1);
        if (isSwap(a, i, b, j)) {
          current[j] = Math.min(current[j], beforePrevious[j - 2] + 1);
        }
      }
      int[] recycled = beforePrevious;
      beforePrevious = previous;
      previous = current;
      current = recycled;
    }
    return previous[b.length()];
  }

  private static boolean isSwap(String a, int i, String b, int j) {
    return i > 1
        && j > 1
        && a.charAt(i - 1) == b.charAt(j - 2)
        && a.charAt(i - 2) == b.charAt(j - 1);
  }
}
