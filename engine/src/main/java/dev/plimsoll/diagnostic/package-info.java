/**
 * What Plimsoll has to say: diagnostics, their places, their fixes, and what could not be checked.
 *
 * <p>How a message is written: one concrete sentence with a capital letter and a full stop; the
 * source line is shown beside it, so it is not repeated; code stands in backticks; what is wrong
 * comes first, then why it matters; what to do now goes to the fix or the help text; a near name is
 * suggested as <em>did you mean</em>; text of unbounded length and text of secrets never appear.
 */
@NullMarked
package dev.plimsoll.diagnostic;

import org.jspecify.annotations.NullMarked;
