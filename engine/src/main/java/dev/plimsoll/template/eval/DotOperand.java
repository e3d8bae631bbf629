package dev.plimsoll.template.eval;

import dev.plimsoll.template.value.GoValue;
import org.jspecify.annotations.Nullable;

/** {@code .}. */
final class DotOperand extends Expression {

  DotOperand(Place place) {
    super(place);
  }

  @Override
  GoValue evaluate(Execution execution, Frame frame, @Nullable GoValue piped) {
    execution.at = place;
    return frame.dot;
  }
}
