package dev.plimsoll.project;

import dev.plimsoll.diagnostic.Severity;
import dev.plimsoll.source.Located;
import dev.plimsoll.yaml.YamlMapping;
import java.util.Optional;

/**
 * What a project says about one rule.
 *
 * @param rule an id or alias
 * @param level empty keeps the profile's severity
 * @param params as written
 */
public record RuleSetting(
    Located<String> rule, Optional<Level> level, Optional<YamlMapping> params) {

  /** A severity, or off. */
  public sealed interface Level {
    /** The rule does not run. */
    record Off() implements Level {}

    /** The rule has this severity in every profile. */
    record At(Severity severity) implements Level {}
  }
}
