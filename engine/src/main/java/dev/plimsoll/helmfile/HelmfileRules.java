package dev.plimsoll.helmfile;

import dev.plimsoll.diagnostic.RuleId;
import java.util.Set;

/** The rules whose diagnostics come from loading a helmfile. */
public final class HelmfileRules {

  /** helmfile stops for a reason that no other rule names. */
  public static final RuleId INVALID_HELMFILE = new RuleId("invalid-helmfile");

  /** A field that helmfile does not know. */
  public static final RuleId UNKNOWN_FIELD = new RuleId("unknown-helmfile-field");

  /** A field that is said twice in one mapping. */
  public static final RuleId DUPLICATE_FIELD = new RuleId("duplicate-helmfile-field");

  /** A value that does not fit its field. */
  public static final RuleId WRONG_TYPE = new RuleId("helmfile-type-mismatch");

  /** A time with a unit where helmfile counts seconds. */
  public static final RuleId TIMEOUT_UNIT = new RuleId("helmfile-timeout-unit");

  /** Top-level keys that are values, not fields of a helmfile. */
  public static final RuleId VALUES_IN_HELMFILE = new RuleId("values-in-helmfile");

  /** A template in the helmfile, its values or releases that fails. */
  public static final RuleId TEMPLATE_ERROR = new RuleId("helmfile-template-error");

  /** Template actions in a file whose name keeps helmfile from rendering it. */
  public static final RuleId UNTEMPLATED_HELMFILE = new RuleId("untemplated-helmfile");

  /** {@code environments} and {@code releases} in one part. */
  public static final RuleId MIXED_PART = new RuleId("environments-beside-releases");

  /** {@code bases} or {@code environments} behind {@code releases}. */
  public static final RuleId PART_ORDER = new RuleId("helmfile-part-order");

  /** A values or secrets file that an environment or release names and that is not there. */
  public static final RuleId MISSING_VALUES = new RuleId("missing-helmfile-values");

  /** A chart that inherits from a template that is not there, or from itself. */
  public static final RuleId INVALID_INHERIT = new RuleId("invalid-release-inherit");

  /** A {@code condition} that helmfile cannot follow. */
  public static final RuleId INVALID_CONDITION = new RuleId("invalid-release-condition");

  /** The same release twice. */
  public static final RuleId DUPLICATE_RELEASE = new RuleId("duplicate-release");

  /** A release needs one that is not there. */
  public static final RuleId UNKNOWN_NEED = new RuleId("unknown-release-need");

  /** Releases need each other in a circle. */
  public static final RuleId CYCLIC_NEEDS = new RuleId("cyclic-release-needs");

  /** A secrets entry that is a mapping. */
  public static final RuleId INLINE_SECRETS = new RuleId("inline-secrets-entry");

  /** An action that prints a value as a line of its own. */
  public static final RuleId STRAY_OUTPUT = new RuleId("stray-template-output");

  private static final Set<RuleId> STOPPING =
      Set.of(
          INVALID_HELMFILE,
          UNKNOWN_FIELD,
          DUPLICATE_FIELD,
          WRONG_TYPE,
          TIMEOUT_UNIT,
          VALUES_IN_HELMFILE,
          TEMPLATE_ERROR,
          UNTEMPLATED_HELMFILE,
          MIXED_PART,
          PART_ORDER,
          MISSING_VALUES,
          INVALID_INHERIT,
          INVALID_CONDITION,
          INLINE_SECRETS,
          STRAY_OUTPUT);

  /** Whether helmfile stops before it has the values of what the diagnostic affects. */
  public static boolean stops(RuleId rule) {
    return STOPPING.contains(rule);
  }

  private HelmfileRules() {}
}
