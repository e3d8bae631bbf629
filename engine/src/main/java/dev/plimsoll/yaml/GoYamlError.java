package dev.plimsoll.yaml;

import java.util.Optional;

/**
 * What go-yaml v2 says of a text that it refuses: the very words, and the line as it counts, which
 * people search for. {@link YamlParser} says the same for people, and of all errors.
 */
public final class GoYamlError {

  private GoYamlError() {}

  /**
   * Reads the first document as go-yaml does.
   *
   * @return what stands behind {@code yaml: }, such as {@code line 3: did not find expected key};
   *     empty if its grammar allows the text
   */
  public static Optional<String> of(String text) {
    try {
      new GoYamlGrammar(new GoYamlScanner(text)).readDocument();
      return Optional.empty();
    } catch (GoYamlFault e) {
      return Optional.of(String.valueOf(e.getMessage()));
    }
  }
}
