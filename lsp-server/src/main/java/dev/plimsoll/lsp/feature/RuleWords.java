package dev.plimsoll.lsp.feature;

import dev.plimsoll.lsp.workspace.Analysed;
import dev.plimsoll.project.OwnRules;
import dev.plimsoll.rule.RuleMetadata;
import dev.plimsoll.rules.BuiltInRules;
import java.util.List;
import java.util.Optional;

/** What a rule wants and why, for a person to read. */
final class RuleWords {

  private RuleWords() {}

  /** A built-in rule or one of the project's own. */
  static Optional<RuleMetadata> find(String id, List<Analysed> roots) {
    return roots.stream()
        .flatMap(root ->
            OwnRules.joined(BuiltInRules.catalog(), root.result().project().ownRules())
                .find(id)
                .stream())
        .findFirst()
        .or(() -> BuiltInRules.catalog().find(id));
  }

  static String of(RuleMetadata rule) {
    StringBuilder text = new StringBuilder("# " + rule.id() + "\n\n" + rule.summary() + "\n");
    if (!rule.why().isEmpty()) {
      text.append("\n## Why\n\n").append(rule.why()).append('\n');
    }
    if (!rule.fine().isEmpty()) {
      text.append("\n## When it is fine\n\n").append(rule.fine()).append('\n');
    }
    return text.toString();
  }
}
