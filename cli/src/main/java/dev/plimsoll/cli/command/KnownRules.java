package dev.plimsoll.cli.command;

import dev.plimsoll.cli.terminal.Console;
import dev.plimsoll.diagnostic.Diagnostic;
import dev.plimsoll.project.OwnRule;
import dev.plimsoll.project.RulePolicy;
import dev.plimsoll.project.RuleSetting;
import dev.plimsoll.rule.RuleCatalog;
import dev.plimsoll.rule.RuleLinks;
import dev.plimsoll.rule.RuleMetadata;
import dev.plimsoll.rules.example.ExampleText;
import dev.plimsoll.source.FileContent;
import dev.plimsoll.source.FileTree;
import dev.plimsoll.source.SourceFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The rules that are known in a workspace: those that are built in, and its own. */
record KnownRules(RulePolicy policy, FileTree files) {

  /** Those of a workspace; says so if some of its own cannot be used. */
  static KnownRules of(Console console, Workplace workplace) {
    List<Diagnostic> problems = new ArrayList<>();
    RulePolicy policy = Workplace.analyzer().rulePolicy(workplace.files(), problems);
    if (!problems.isEmpty()) {
      console
          .err()
          .println(
              "plimsoll: The project file or a rule of the project has mistakes; `plimsoll check`"
                  + " shows them.");
    }
    return new KnownRules(policy, workplace.files());
  }

  RuleCatalog catalog() {
    return policy.own().catalog();
  }

  /** The parameters of a rule as the project sets them. */
  Map<String, Object> parameters(RuleMetadata rule) {
    return RuleSetting.parameters(rule, policy.settings(), catalog()).values();
  }

  /** Where the rule is explained. */
  String link(RuleMetadata rule) {
    return new RuleLinks(policy.own().metadata()).of(rule.id());
  }

  /** An example of a rule of the project, without markers; empty if there is none. */
  String example(OwnRule rule, String name) {
    return files.read(rule.path() + "/" + name) instanceof FileContent.Text(SourceFile file)
        ? ExampleText.withoutMarkers(file.text())
        : "";
  }

  Optional<OwnRule> ownRule(RuleMetadata rule) {
    return policy.own().find(rule.id());
  }
}
