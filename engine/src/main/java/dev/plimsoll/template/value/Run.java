package dev.plimsoll.template.value;

import org.jspecify.annotations.Nullable;

/**
 * Characters of a text that came from one place.
 *
 * @param start offset of the first character in the text
 * @param end offset behind the last
 * @param site what wrote them into the output; null for text that no action has written yet
 * @param trace what they depend on; {@link Trace#NONE} for literal text of a template
 * @param offset where the first of them stands in its source (the content of the values leaf, or,
 *     without a trace, the text of {@code site}); {@link #COMPUTED} if they do not stand anywhere
 *     like this
 */
public record Run(int start, int end, @Nullable Site site, Trace trace, int offset) {

  /** The characters were computed. */
  public static final int COMPUTED = -1;

  /** Whether the characters stand in their source as they are. */
  public boolean isVerbatim() {
    return offset != COMPUTED;
  }
}
