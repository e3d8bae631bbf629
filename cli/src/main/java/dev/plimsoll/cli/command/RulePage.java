package dev.plimsoll.cli.command;

import dev.plimsoll.cli.report.RulePageText;
import dev.plimsoll.cli.terminal.Console;
import dev.plimsoll.diagnostic.RuleId;
import dev.plimsoll.project.OwnRule;
import dev.plimsoll.rule.RuleCatalog;
import dev.plimsoll.rule.RuleMetadata;
import java.util.List;
import java.util.stream.Collectors;

/** Finds a rule by what a person typed and prints its page. */
final class RulePage {

  private RulePage() {}

  /**
   * Prints the page of every rule that {@code idOrAlias} names: an alias may stand for several.
   *
   * @throws UsageError if there is none
   */
  static int print(Console console, String idOrAlias, OutputOptions output) {
    KnownRules known = KnownRules.of(console, Workplace.around(console));
    RuleCatalog catalog = known.catalog();
    List<RuleMetadata> rules = catalog.named(idOrAlias);
    if (rules.isEmpty()) {
      String near =
          catalog
              .nearest(idOrAlias)
              .map(RuleId::value)
              .map(id -> "; did you mean `" + id + "`?")
              .orElse("; `plimsoll rules list` shows every rule.");
      throw new UsageError("There is no rule `" + idOrAlias + "`" + near);
    }
    RulePageText text = new RulePageText(output.palette(console));
    console
        .out()
        .print(
            rules.stream().map(rule -> page(rule, known, text)).collect(Collectors.joining("\n")));
    return ExitCode.OK;
  }

  private static String page(RuleMetadata rule, KnownRules known, RulePageText text) {
    return known
        .ownRule(rule)
        .map(own ->
            text.render(
                rule, "", known.example(own, OwnRule.BAD), known.example(own, OwnRule.GOOD)))
        .orElseGet(() -> text.render(rule));
  }
}
