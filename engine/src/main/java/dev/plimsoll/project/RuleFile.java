package dev.plimsoll.project;

import dev.plimsoll.cel.rule.ObjectRuleSource;
import dev.plimsoll.rule.RuleMetadata;
import dev.plimsoll.source.Location;
import java.util.Optional;

/**
 * What a {@code rule.yaml} says.
 *
 * @param expressions empty for a rule that is written in Java
 * @param location where its id stands
 */
public record RuleFile(
    RuleMetadata metadata, Optional<ObjectRuleSource> expressions, Location location) {}
