package dev.plimsoll.template.eval;

import dev.plimsoll.template.value.GoValue;
import dev.plimsoll.template.value.Site;

/** {@code {{ pipeline }}}: prints, unless it sets variables. */
final class Action extends Statement {

  private final PipelineExpression pipeline;

  Action(Site site, PipelineExpression pipeline) {
    super(site);
    this.pipeline = pipeline;
  }

  @Override
  int execute(Execution execution, Frame frame) {
    GoValue value = pipeline.evaluate(execution, frame, null);
    if (!pipeline.declares()) {
      execution.print(value, site);
    }
    return NEXT;
  }
}
