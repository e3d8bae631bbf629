package dev.plimsoll.rules.template;

import dev.plimsoll.diagnostic.Diagnostic;
import dev.plimsoll.diagnostic.DiagnosticSink;
import dev.plimsoll.diagnostic.Fix;
import dev.plimsoll.diagnostic.RuleId;
import dev.plimsoll.diagnostic.TextEdit;
import dev.plimsoll.rule.Findings;
import dev.plimsoll.rule.Rule;
import dev.plimsoll.rule.RuleContext;
import dev.plimsoll.source.Location;
import dev.plimsoll.source.Span;
import dev.plimsoll.template.syntax.Operand;
import java.util.List;
import java.util.Map;

/**
 * A function or field that Sprig or Helm call deprecated, or that Sprig keeps under a former name.
 */
public final class DeprecatedTemplateFunction implements Rule {

  private static final RuleId ID = new RuleId("deprecated-template-function");

  /** Each does exactly what the other does. */
  private static final Map<String, String> FUNCTIONS =
      Map.of(
          "trimall", "trimAll",
          "date_in_zone", "dateInZone",
          "date_modify", "dateModify",
          "must_date_modify", "mustDateModify");

  private static final String KUBE_VERSION = "KubeVersion";
  private static final String GIT_VERSION = "GitVersion";

  @Override
  public RuleId id() {
    return ID;
  }

  @Override
  public void check(RuleContext context, DiagnosticSink sink) {
    Findings findings = new Findings();
    for (ChartTemplates each : ChartTemplates.all(context.estate())) {
      TemplateCommands.visit(
          each.template(),
          command -> command.arguments().forEach(operand -> check(operand, each, findings)));
    }
    findings.reportTo(sink);
  }

  private static void check(Operand operand, ChartTemplates each, Findings findings) {
    switch (operand) {
      case Operand.Function(Span span, String name) when FUNCTIONS.containsKey(name) ->
          report(
              each.template().source().at(span),
              "`" + name + "` is a former name",
              FUNCTIONS.getOrDefault(name, name),
              each,
              findings);
      case Operand.Field(Span span, List<String> fields) when isGitVersion(fields) ->
          gitVersion(span, each, findings);
      case Operand.Variable(Span span, _, List<String> fields) when isGitVersion(fields) ->
          gitVersion(span, each, findings);
      case Operand.Function _,
          Operand.Field _,
          Operand.Variable _,
          Operand.Chain _,
          Operand.Nested _,
          Operand.Dot _,
          Operand.Nil _,
          Operand.Bool _,
          Operand.Numeral _,
          Operand.Text _ -> {}
    }
  }

  private static boolean isGitVersion(List<String> fields) {
    int last = fields.size() - 1;
    return last > 0
        && fields.get(last).equals(GIT_VERSION)
        && fields.get(last - 1).equals(KUBE_VERSION);
  }

  private static void gitVersion(Span operand, ChartTemplates each, Findings findings) {
    Span name = new Span(operand.end() - GIT_VERSION.length(), operand.end());
    report(
        each.template().source().at(name),
        "Helm deprecates `GitVersion` of `.Capabilities.KubeVersion`",
        "Version",
        each,
        findings);
  }

  private static void report(
      Location place, String problem, String now, ChartTemplates each, Findings findings) {
    Fix fix =
        new Fix("Write `" + now + "`", Fix.Applicability.SAFE, List.of(new TextEdit(place, now)));
    findings.add(
        Diagnostic.of(ID, place, problem + "; `" + now + "` gives the same and stays.")
            .withFix(fix),
        each.cells());
  }
}
