package dev.plimsoll.template.eval;

import dev.plimsoll.template.value.TextBuilder;
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
    String text = output.text();
    int found = text.indexOf(NO_VALUE);
    if (found < 0) {
      return output;
    }
    if (!output.isTracked()) {
      return TracedText.untracked(text.replace(NO_VALUE, ""));
    }
    TextBuilder kept = new TextBuilder();
    int start = 0;
    while (found >= 0) {
      kept.append(output, start, found);
      start = found + NO_VALUE.length();
      found = text.indexOf(NO_VALUE, start);
    }
    return kept.append(output, start, text.length()).build();
  }
}
