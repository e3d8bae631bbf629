package dev.plimsoll.rules.template;

import dev.plimsoll.diagnostic.Diagnostic;
import dev.plimsoll.diagnostic.DiagnosticSink;
import dev.plimsoll.diagnostic.RuleId;
import dev.plimsoll.index.ReleaseInstance;
import dev.plimsoll.render.ChartRenderer;
import dev.plimsoll.render.RenderedChart;
import dev.plimsoll.rule.Findings;
import dev.plimsoll.rule.Rule;
import dev.plimsoll.rule.RuleContext;
import dev.plimsoll.template.syntax.Operand;
import java.util.IdentityHashMap;
import java.util.Set;
import java.util.TreeSet;

/**
 * A function that was called while a release was rendered and gives something else each time. Only
 * calls that some render reached count.
 */
public final class NonDeterministicOutput implements Rule {

  private static final RuleId ID = new RuleId("non-deterministic-output");
  private static final String LOOKUP = "lookup";

  @Override
  public RuleId id() {
    return ID;
  }

  @Override
  public void check(RuleContext context, DiagnosticSink sink) {
    Findings findings = new Findings();
    IdentityHashMap<ChartRenderer, Set<String>> called = new IdentityHashMap<>();
    for (ReleaseInstance release : context.estate().releases()) {
      release
          .rendered()
          .map(RenderedChart::nonDeterminism)
          .ifPresent(names ->
              called.computeIfAbsent(release.renderer(), _ -> new TreeSet<>()).addAll(names));
    }
    for (ChartTemplates each : ChartTemplates.all(context.estate())) {
      Set<String> names = called.getOrDefault(each.renderer(), Set.of());
      if (!names.isEmpty()) {
        TemplateCommands.visit(
            each.template(),
            command ->
                command.arguments().forEach(operand -> check(operand, names, each, findings)));
      }
    }
    findings.reportTo(sink);
  }

  private static void check(
      Operand operand, Set<String> called, ChartTemplates each, Findings findings) {
    if (operand instanceof Operand.Function function && called.contains(function.name())) {
      String message =
          function.name().equals(LOOKUP)
              ? "`lookup` finds nothing where no cluster is asked, as in `helm template` and GitOps tools, so this renders otherwise there than in `helm upgrade`."
              : "`%s` gives something else in every render, so every upgrade changes the object; keep the value outside, or make it once."
                  .formatted(function.name());
      findings.add(
          Diagnostic.of(ID, each.template().source().at(function.span()), message), each.cells());
    }
  }
}
