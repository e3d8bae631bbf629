package dev.plimsoll.template.eval;

import dev.plimsoll.template.value.GoValue;
import org.jspecify.annotations.Nullable;

/** {@code $x}. */
final class VariableOperand extends Expression {

  private final String name;
  private final int slot;

  VariableOperand(Place place, String name, int slot) {
    super(place);
    this.name = name;
    this.slot = slot;
  }

  @Override
  GoValue evaluate(Execution execution, Frame frame, @Nullable GoValue piped) {
    execution.at = place;
    return value(execution, frame, name, slot);
  }

  static GoValue value(Execution execution, Frame frame, String name, int slot) {
    GoValue value = frame.get(slot);
    if (value == null) {
      throw execution.failure("undefined variable: " + name);
    }
    return value;
  }
}
