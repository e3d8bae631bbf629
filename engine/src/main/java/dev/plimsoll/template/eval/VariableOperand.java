package dev.plimsoll.template.eval;

import dev.plimsoll.template.value.GoValue;
import org.jspecify.annotations.Nullable;

/** {@code $x}. */
final class VariableOperand extends Expression {

  private final int slot;

  VariableOperand(Place place, int slot) {
    super(place);
    this.slot = slot;
  }

  @Override
  GoValue evaluate(Execution execution, Frame frame, @Nullable GoValue piped) {
    execution.at = place;
    return frame.get(slot);
  }
}
