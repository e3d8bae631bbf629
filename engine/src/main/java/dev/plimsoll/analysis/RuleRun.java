package dev.plimsoll.analysis;

import dev.plimsoll.diagnostic.Diagnostic;
import dev.plimsoll.diagnostic.DiagnosticSink;
import dev.plimsoll.diagnostic.NotChecked;
import dev.plimsoll.index.Estate;
import dev.plimsoll.index.ObjectIndex;
import dev.plimsoll.index.ObjectMemory;
import dev.plimsoll.project.Project;
import dev.plimsoll.project.RuleSetting;
import dev.plimsoll.rule.Rule;
import dev.plimsoll.rule.RuleCatalog;
import dev.plimsoll.rule.RuleContext;
import dev.plimsoll.rule.RuleMetadata;
import dev.plimsoll.rule.RuleParameters;
import dev.plimsoll.values.HelmVersion;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

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
      List<Rule> rules, Estate estate, ObjectMemory memory, Workers workers, Bugs bugs) {
    List<Rule> asked = new ArrayList<>();
    for (Rule rule : rules) {
      if (catalog.find(rule.id()).isEmpty() || severities.isOn(rule.id())) {
        asked.add(rule);
      }
    }
    ObjectIndex objects = ObjectIndex.of(estate, memory);
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
    Optional<RuleMetadata> metadata = catalog.find(rule.id());
    if (metadata.isEmpty()) {
      return new RuleParameters(Map.of());
    }
    Map<String, Object> values = new HashMap<>(RuleParameters.defaults(metadata.get()).values());
    for (RuleSetting setting : project.rules()) {
      if (catalog.named(setting.rule().value()).contains(metadata.get())) {
        setting
            .params()
            .forEach((name, value) -> values.computeIfPresent(name, (key, before) -> value));
      }
    }
    return new RuleParameters(values);
  }
}
