package dev.plimsoll.analysis;

import dev.plimsoll.diagnostic.Diagnostic;
import dev.plimsoll.diagnostic.DiagnosticSink;
import dev.plimsoll.diagnostic.NotChecked;
import dev.plimsoll.index.Estate;
import dev.plimsoll.index.ObjectIndex;
import dev.plimsoll.project.Project;
import dev.plimsoll.project.RuleSetting;
import dev.plimsoll.rule.Rule;
import dev.plimsoll.rule.RuleCatalog;
import dev.plimsoll.rule.RuleContext;
import dev.plimsoll.rule.RuleParameters;
import dev.plimsoll.values.HelmVersion;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Asks the rules that are on somewhere; one that fails does not stop the others. */
final class RuleRun {

  private final RuleCatalog catalog;
  private final Severities severities;
  private final Project project;
  private final HelmVersion helm;

  RuleRun(RuleCatalog catalog, Severities severities, Project project, AnalysisOptions options) {
    this.catalog = catalog;
    this.severities = severities;
    this.project = project;
    this.helm = options.helm().orElse(project.helm());
  }

  /** What one rule says. */
  record Said(List<Diagnostic> diagnostics, List<NotChecked> notChecked) implements DiagnosticSink {

    Said() {
      this(new ArrayList<>(), new ArrayList<>());
    }

    @Override
    public void report(Diagnostic diagnostic) {
      diagnostics.add(diagnostic);
    }

    @Override
    public void reportNotChecked(NotChecked found) {
      notChecked.add(found);
    }

    void reportTo(Findings findings) {
      findings.addAll(diagnostics);
      notChecked.forEach(findings::addNotChecked);
    }
  }

  /** What each rule says, in the order of the rules. */
  List<Said> check(
      List<Rule> rules, Estate estate, ObjectIndex objects, Workers workers, Bugs bugs) {
    List<Rule> asked = new ArrayList<>();
    for (Rule rule : rules) {
      if (catalog.find(rule.id()).isEmpty() || severities.isOn(rule.id())) {
        asked.add(rule);
      }
    }
    return workers.map(
        asked,
        rule -> {
          // What a rule said before it failed is true, so it is kept.
          Said said = new Said();
          bugs.guard(
              "rule " + rule.id(),
              () -> {
                rule.check(new RuleContext(estate, objects, helm, parameters(rule)), said);
                return said;
              });
          return said;
        });
  }

  private RuleParameters parameters(Rule rule) {
    return catalog
        .find(rule.id())
        .map(metadata -> RuleSetting.parameters(metadata, project.rules(), catalog))
        .orElseGet(() -> new RuleParameters(Map.of()));
  }
}
