package dev.plimsoll.rules.example;

import dev.plimsoll.rules.example.Expectation.Columns;
import java.util.List;

/**
 * A diagnostic as the comparison with markers sees it.
 *
 * @param line the 1-based line where it starts
 * @param related the related locations
 */
public record Observed(
    String file,
    int line,
    Columns columns,
    String severity,
    String rule,
    String message,
    List<Place> related) {

  public Observed {
    related = List.copyOf(related);
  }

  /** A line of a file. */
  public record Place(String file, int line) {

    @Override
    public String toString() {
      return file + ":" + line;
    }
  }

  /** The marker that expects exactly this. */
  public String marker() {
    return "# expect: " + severity + " [" + rule + "] " + columns;
  }
}
