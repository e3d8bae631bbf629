package dev.plimsoll.template.eval;

import dev.plimsoll.template.value.GoNil;
import dev.plimsoll.template.value.GoQuotes;
import dev.plimsoll.template.value.GoValue;
import dev.plimsoll.template.value.Site;
import org.jspecify.annotations.Nullable;

/** {@code template "name" pipeline}. */
final class TemplateCall extends Statement {

  private final Place place;
  private final String name;
  private final @Nullable PipelineExpression argument;

  TemplateCall(Site site, Place place, String name, @Nullable PipelineExpression argument) {
    super(site);
    this.place = place;
    this.name = name;
    this.argument = argument;
  }

  @Override
  int execute(Execution execution, Frame frame) {
    execution.at = place;
    Template template = execution.find(name);
    if (template == null) {
      throw execution.failure("template " + GoQuotes.quote(name) + " not defined");
    }
    GoValue data = argument == null ? GoNil.LITERAL : argument.evaluate(execution, frame, null);
    try {
      execution.call(template, data);
    } catch (Failure e) {
      e.calledFrom(site, execution.level());
      throw e;
    }
    return NEXT;
  }
}
