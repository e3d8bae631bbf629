package dev.plimsoll.rule;

import dev.plimsoll.index.Estate;
import dev.plimsoll.values.HelmVersion;

/**
 * What a rule is given.
 *
 * @param helm the Helm that the project models
 * @param parameters the rule's settings, defaults filled in
 */
public record RuleContext(Estate estate, HelmVersion helm, RuleParameters parameters) {}
