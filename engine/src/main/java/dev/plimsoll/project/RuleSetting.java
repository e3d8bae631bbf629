package dev.plimsoll.project;

import dev.plimsoll.diagnostic.Severity;
import dev.plimsoll.source.Located;
import java.util.Map;
import java.util.Optional;

/**
 * What a project says about one rule.
 *
 * @param rule an id or alias; an alias may name several rules
 * @param level empty keeps the profile's severity
 * @param params the parameters that are set, checked against the rule's declaration: Long, String,
 *     Boolean or a list of strings
 */
public record RuleSetting(Located<String> rule, Optional<Level> level, Map<String, Object> params) {

  public RuleSetting {
    params = Map.copyOf(params);
  }

  /** A severity, or off. */
  public sealed interface Level {
    /** The rule does not run. */
    record Off() implements Level {}

    /** The rule has this severity in every profile. */
    record At(Severity severity) implements Level {}
  }
}
