package dev.plimsoll.rules.example;

import java.util.List;
import java.util.Map;

/**
 * A text without its markers, and what they said.
 *
 * @param text what the software under test reads: lines and the columns before a marker are as they
 *     were
 * @param labels the line of each {@code # mark:} by its name
 */
public record MarkedFile(
    String path, String text, List<Expectation> expectations, Map<String, Integer> labels) {

  public MarkedFile {
    expectations = List.copyOf(expectations);
    labels = Map.copyOf(labels);
  }
}
