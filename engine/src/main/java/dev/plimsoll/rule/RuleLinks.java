package dev.plimsoll.rule;

import dev.plimsoll.diagnostic.RuleId;

/** Where the page of a rule is. */
public final class RuleLinks {

  private static final String BASE = "https://plimsoll.dev/rules/";

  private RuleLinks() {}

  /** The address of the rule's page. */
  public static String of(RuleId rule) {
    return BASE + rule;
  }
}
