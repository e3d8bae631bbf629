package dev.plimsoll.template.eval;

import dev.plimsoll.template.value.GoNil;
import dev.plimsoll.template.value.GoValue;
import org.jspecify.annotations.Nullable;

/** Commands, each fed with the result of the one before; the last result may go to variables. */
final class PipelineExpression extends Expression {

  private static final int[] NONE = {};

  private final Expression[] commands;
  private final int[] variables;
  private final boolean isNested;

  /**
   * @param variables the slots that are declared or set
   * @param isNested whether this stands in parentheses
   */
  PipelineExpression(Place place, Expression[] commands, int[] variables, boolean isNested) {
    super(place);
    this.commands = commands;
    this.variables = variables.length == 0 ? NONE : variables;
    this.isNested = isNested;
  }

  boolean declares() {
    return variables.length > 0;
  }

  int variableCount() {
    return variables.length;
  }

  int variable(int index) {
    return variables[index];
  }

  @Override
  GoValue evaluate(Execution execution, Frame frame, @Nullable GoValue piped) {
    if (!isNested) {
      return compute(execution, frame);
    }
    if (execution.isStackLow()) {
      return execution.onFreshStack(() -> evaluate(execution, frame, piped));
    }
    execution.enter();
    GoValue value = compute(execution, frame);
    execution.leave();
    return value;
  }

  private GoValue compute(Execution execution, Frame frame) {
    execution.at = place;
    GoValue value = null;
    for (Expression command : commands) {
      value = taken(command.evaluate(execution, frame, value));
    }
    GoValue result = value == null ? GoNil.LITERAL : value;
    for (int variable : variables) {
      frame.set(variable, result);
    }
    return result;
  }

  /** Go takes the value out of an {@code interface {}}; a nil one leaves no value at all. */
  private static GoValue taken(GoValue value) {
    return value instanceof GoNil nil ? Execution.withoutType(nil) : value;
  }
}
