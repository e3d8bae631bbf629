package dev.plimsoll.project;

import dev.plimsoll.diagnostic.Severity;
import dev.plimsoll.rule.RuleCatalog;
import dev.plimsoll.rule.RuleMetadata;
import dev.plimsoll.rule.RuleParameters;
import dev.plimsoll.source.Located;
import java.util.HashMap;
import java.util.List;
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

  /** The parameters of a rule: its defaults, but for what the settings that name it say. */
  public static RuleParameters parameters(
      RuleMetadata rule, List<RuleSetting> settings, RuleCatalog catalog) {
    Map<String, Object> values = new HashMap<>(RuleParameters.defaults(rule).values());
    for (RuleSetting setting : settings) {
      if (catalog.named(setting.rule().value()).contains(rule)) {
        // An alias may set parameters that only another of its rules has.
        setting
            .params()
            .forEach((name, value) -> values.computeIfPresent(name, (key, before) -> value));
      }
    }
    return new RuleParameters(values);
  }

  /** A severity, or off. */
  public sealed interface Level {
    /** The rule does not run. */
    record Off() implements Level {}

    /** The rule has this severity in every profile. */
    record At(Severity severity) implements Level {}
  }
}
