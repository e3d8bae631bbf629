package dev.plimsoll.rule;

import dev.plimsoll.index.Estate;
import dev.plimsoll.index.ObjectIndex;
import dev.plimsoll.values.HelmVersion;

/**
 * What a rule is given.
 *
 * @param objects the objects of the estate, shared by all rules
 * @param helm the Helm that the project models
 * @param parameters the rule's settings, defaults filled in
 */
public record RuleContext(
    Estate estate, ObjectIndex objects, HelmVersion helm, RuleParameters parameters) {}
