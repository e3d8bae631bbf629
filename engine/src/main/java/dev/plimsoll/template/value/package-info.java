/**
 * What templates compute with: Go's values and text that knows where each character came from.
 *
 * <p>Every value carries a {@link dev.plimsoll.template.value.Trace}. Functions that move values
 * keep them, functions that compute join the traces of what they used. Text is assembled with
 * {@link dev.plimsoll.template.value.TextBuilder}, which copies origins with the characters.
 */
@NullMarked
package dev.plimsoll.template.value;

import org.jspecify.annotations.NullMarked;
