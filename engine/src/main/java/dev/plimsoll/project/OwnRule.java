package dev.plimsoll.project;

import dev.plimsoll.rule.Rule;
import dev.plimsoll.rule.RuleMetadata;
import java.util.Optional;

/**
 * A rule that a project brings.
 *
 * @param path the folder of the rule, or the file of an admission policy
 * @param rule empty if it does not compile
 */
public record OwnRule(RuleMetadata metadata, String path, Optional<Rule> rule) {

  /** The example that the rule finds fault with, beside {@code rule.yaml}. */
  public static final String BAD = "bad.yaml";

  /** The example that it is content with. */
  public static final String GOOD = "good.yaml";
}
