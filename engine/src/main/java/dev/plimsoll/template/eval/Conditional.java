package dev.plimsoll.template.eval;

import dev.plimsoll.template.value.GoValue;
import dev.plimsoll.template.value.Site;
import org.jspecify.annotations.Nullable;

/** {@code if} and {@code with}. */
final class Conditional extends Statement {

  private final PipelineExpression condition;
  private final Block body;
  private final @Nullable Block otherwise;
  private final boolean isWith;
  private final int[] assigned;

  /**
   * @param assigned the variables from outside that are set inside, taken or not
   */
  Conditional(
      Site site,
      PipelineExpression condition,
      Block body,
      @Nullable Block otherwise,
      boolean isWith,
      int[] assigned) {
    super(site);
    this.condition = condition;
    this.body = body;
    this.otherwise = otherwise;
    this.isWith = isWith;
    this.assigned = assigned;
  }

  @Override
  int execute(Execution execution, Frame frame) {
    if (execution.isStackLow()) {
      return execution.onFreshStack(() -> execute(execution, frame));
    }
    execution.enter();
    GoValue value = condition.evaluate(execution, frame, null);
    boolean isTaken = value.isTrue();
    int next =
        execution.isTracked()
            ? tracked(execution, frame, value, isTaken)
            : branch(execution, frame, value, isTaken);
    execution.leave();
    return next;
  }

  private int tracked(Execution execution, Frame frame, GoValue value, boolean isTaken) {
    Decision decision = new Decision(execution, site, value.trace());
    int next = branch(execution, frame, value, isTaken);
    decision.end(frame, isTaken, assigned);
    return next;
  }

  private int branch(Execution execution, Frame frame, GoValue value, boolean isTaken) {
    if (!isTaken) {
      return otherwise == null ? NEXT : otherwise.execute(execution, frame);
    }
    if (!isWith) {
      return body.execute(execution, frame);
    }
    GoValue dot = frame.dot;
    boolean isInterface = frame.isDotInterface;
    frame.dot = value;
    frame.isDotInterface = false;
    int next = body.execute(execution, frame);
    frame.dot = dot;
    frame.isDotInterface = isInterface;
    return next;
  }
}
