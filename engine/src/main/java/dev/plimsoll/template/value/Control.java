package dev.plimsoll.template.value;

/**
 * A decision of a template ({@code if}, {@code with}, {@code range}) about a part of its output.
 *
 * @param start where the output of the decision begins
 * @param end where it ends; equal to {@code start} where nothing was written
 * @param site the action that decided
 * @param tested what the condition depends on
 * @param taken whether the condition held (for {@code range}: whether there were items)
 */
public record Control(int start, int end, Site site, Trace tested, boolean taken) {

  Control shift(int delta) {
    return new Control(start + delta, end + delta, site, tested, taken);
  }
}
