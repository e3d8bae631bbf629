package dev.plimsoll.schema;

import dev.plimsoll.diagnostic.RuleId;

/** The rules whose diagnostics arise from {@code values.schema.json}. */
public final class SchemaRules {

  /** The schema file itself cannot be used. */
  public static final RuleId INVALID_SCHEMA = new RuleId("invalid-values-schema");

  /** A value has a type that the schema does not allow. */
  public static final RuleId TYPE_MISMATCH = new RuleId("values-type-mismatch");

  /** A value that the schema requires is not set by any layer. */
  public static final RuleId MISSING_REQUIRED = new RuleId("missing-required-value");

  /** A key that a closed schema does not know. */
  public static final RuleId UNKNOWN_KEY = new RuleId("unknown-values-key");

  /** A value breaks any other demand of the schema. */
  public static final RuleId VIOLATION = new RuleId("values-schema-violation");

  private SchemaRules() {}
}
