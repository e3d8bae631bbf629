package dev.plimsoll.template.eval;

import dev.plimsoll.template.value.TracedText;

/**
 * Helm removes what Go prints for a nil from the output, wherever it comes from ({@code
 * strings.ReplaceAll(output, "<no value>", "")} of Helm's {@code engine.go}).
 */
public final class NoValue {

  private static final String NO_VALUE = "<no value>";

  private NoValue() {}

  /** The text without {@code <no value>}. */
  public static TracedText remove(TracedText output) {
    return output.without(NO_VALUE);
  }
}
