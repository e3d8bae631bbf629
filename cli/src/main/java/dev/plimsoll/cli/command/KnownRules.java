package dev.plimsoll.cli.command;

import dev.plimsoll.cli.report.RuleLinks;
import dev.plimsoll.cli.terminal.Console;
import dev.plimsoll.diagnostic.Diagnostic;
import dev.plimsoll.project.OwnRule;
import dev.plimsoll.project.OwnRules;
import dev.plimsoll.rule.RuleCatalog;
import dev.plimsoll.rule.RuleMetadata;
import dev.plimsoll.rules.example.ExampleText;
import dev.plimsoll.source.FileContent;
import dev.plimsoll.source.FileTree;
import dev.plimsoll.source.SourceFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The rules that are known in a workspace: those that are built in, and its own. */
record KnownRules(OwnRules own, FileTree files) {

  /** Those of a workspace; says so if some of its own cannot be used. */
  static KnownRules of(Console console, Workplace workplace) {
    List<Diagnostic> problems = new ArrayList<>();
    OwnRules own = Workplace.analyzer().ownRules(workplace.files(), problems);
    if (!problems.isEmpty()) {
      console
          .err()
          .println(
              "plimsoll: The project file or a rule of the project has mistakes; `plimsoll check`"
                  + " shows them.");
    }
    return new KnownRules(own, workplace.files());
  }

  RuleCatalog catalog() {
    return own.catalog();
  }

  /** Where the rule is explained. */
  String link(RuleMetadata rule) {
    return new RuleLinks(own.metadata()).of(rule.id());
  }

  /** An example of a rule of the project, without markers; empty if there is none. */
  String example(OwnRule rule, String name) {
    return files.read(rule.path() + "/" + name) instanceof FileContent.Text(SourceFile file)
        ? ExampleText.withoutMarkers(file.text())
        : "";
  }

  Optional<OwnRule> ownRule(RuleMetadata rule) {
    return own.find(rule.id());
  }
}
