package dev.plimsoll.cel.compile;

import dev.plimsoll.source.Span;
import dev.plimsoll.yaml.ScalarOffsets;
import dev.plimsoll.yaml.YamlScalar;

/**
 * A mistake in an expression.
 *
 * @param text where it is
 * @param offset its place in the expression, in UTF-16 units
 * @param message a sentence without a place
 */
public record CelProblem(CelText text, int offset, String message) {

  /**
   * Its place in the YAML text that the expression was read from: the word or character there.
   *
   * @param source that text
   */
  public Span span(String source) {
    YamlScalar scalar = text.scalar();
    if (scalar == null) {
      throw new IllegalStateException("The expression was read from no YAML text");
    }
    int end = offset;
    while (end < text.text().length()
        && Character.isUnicodeIdentifierPart(text.text().charAt(end))) {
      end++;
    }
    end = Math.min(text.text().length(), Math.max(end, offset + 1));
    int start = ScalarOffsets.in(source, scalar, offset);
    return new Span(start, Math.max(start, ScalarOffsets.in(source, scalar, end)));
  }
}
