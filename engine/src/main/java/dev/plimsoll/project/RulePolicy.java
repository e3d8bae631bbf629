package dev.plimsoll.project;

import java.util.List;

/**
 * What a project says of rules.
 *
 * @param own the rules that it brings, and the catalogue with them
 * @param settings severities and parameters
 */
public record RulePolicy(OwnRules own, List<RuleSetting> settings) {

  public RulePolicy {
    settings = List.copyOf(settings);
  }
}
