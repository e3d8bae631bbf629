package dev.plimsoll.rules.example;

import java.util.List;
import java.util.Optional;

/**
 * What one {@code # expect:} marker demands.
 *
 * @param line the 1-based line that it speaks of
 * @param columns empty where the marker does not say
 * @param text a part of the message; empty where the marker does not say
 * @param origins labels of lines that must be among the related locations
 */
public record Expectation(
    String file,
    int line,
    String severity,
    String rule,
    Optional<Columns> columns,
    String text,
    List<String> origins) {

  public Expectation {
    origins = List.copyOf(origins);
  }

  /**
   * Columns of a range.
   *
   * @param start 1-based, in code points
   * @param end exclusive; on the last line of a range of several lines
   */
  public record Columns(int start, int end) {

    @Override
    public String toString() {
      return start + ".." + end;
    }
  }
}
