package dev.plimsoll.template.eval;

import dev.plimsoll.template.value.GoValue;
import org.jspecify.annotations.Nullable;

/** Something that evaluates to a value: an operand, a command or a pipeline. Shared by threads. */
abstract class Expression {

  final Place place;

  Expression(Place place) {
    this.place = place;
  }

  /**
   * Computes the value. Notes {@link #place} as the node that is evaluated, before anything else.
   *
   * @param piped the result of the command before this one in a pipeline; null if there is none
   */
  abstract GoValue evaluate(Execution execution, Frame frame, @Nullable GoValue piped);
}
