package dev.plimsoll.values;

import dev.plimsoll.diagnostic.RuleId;

/** The ids of the rules whose logic is reading and layering values. */
public final class ValuesRules {

  /** A values file that is no YAML, or says what Helm skips. */
  public static final RuleId INVALID_YAML = new RuleId("invalid-yaml");

  /** A values file whose top level is no map. */
  public static final RuleId VALUES_NOT_A_MAP = new RuleId("values-not-a-map");

  /** Text behind {@code ---} in a values file, which Helm 4 refuses. */
  public static final RuleId INVALID_DOCUMENT_SEPARATOR = new RuleId("invalid-document-separator");

  /** A {@code --set} option, or one of its kin, that Helm cannot parse or apply. */
  public static final RuleId INVALID_SET_EXPRESSION = new RuleId("invalid-set-expression");

  /** Something that is no map under the key of a subchart. */
  public static final RuleId SUBCHART_VALUES_NOT_A_MAP = new RuleId("subchart-values-not-a-map");

  private ValuesRules() {}
}
