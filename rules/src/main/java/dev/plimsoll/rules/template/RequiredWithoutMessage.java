package dev.plimsoll.rules.template;

import dev.plimsoll.diagnostic.Diagnostic;
import dev.plimsoll.diagnostic.DiagnosticSink;
import dev.plimsoll.diagnostic.RuleId;
import dev.plimsoll.rule.Findings;
import dev.plimsoll.rule.Rule;
import dev.plimsoll.rule.RuleContext;
import dev.plimsoll.template.syntax.Operand;
import dev.plimsoll.template.syntax.Pipeline;
import java.util.List;

/** {@code required ""}: whoever forgets the value is told nothing. */
public final class RequiredWithoutMessage implements Rule {

  private static final RuleId ID = new RuleId("required-without-message");

  @Override
  public RuleId id() {
    return ID;
  }

  @Override
  public void check(RuleContext context, DiagnosticSink sink) {
    Findings findings = new Findings();
    for (ChartTemplates each : ChartTemplates.all(context.estate())) {
      TemplateCommands.visit(each.template(), command -> check(command, each, findings));
    }
    findings.reportTo(sink);
  }

  private static void check(Pipeline.Command command, ChartTemplates each, Findings findings) {
    List<Operand> arguments = command.arguments();
    if (arguments.size() > 1
        && arguments.getFirst() instanceof Operand.Function(_, String name)
        && name.equals("required")
        && arguments.get(1) instanceof Operand.Text text
        && text.value().isBlank()) {
      findings.add(
          Diagnostic.of(
              ID,
              each.template().source().at(text.span()),
              "`required` has no message, so Helm does not say which value is missing; name the value and where to set it."),
          each.cells());
    }
  }
}
