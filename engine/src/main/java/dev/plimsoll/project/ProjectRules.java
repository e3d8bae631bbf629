package dev.plimsoll.project;

import dev.plimsoll.diagnostic.RuleId;

/**
 * The rules whose diagnostics come from reading the project rather than from a rule's own class.
 */
public final class ProjectRules {

  /** The project file says something that it cannot say, or that is not there. */
  public static final RuleId INVALID_PROJECT_FILE = new RuleId("invalid-project-file");

  /** {@code rules} or {@code suppressions} name a rule that does not exist. */
  public static final RuleId UNKNOWN_PROJECT_RULE = new RuleId("unknown-project-rule");

  /** A suppression says no reason, so it suppresses nothing. */
  public static final RuleId SUPPRESSION_WITHOUT_REASON = new RuleId("suppression-without-reason");

  /** A suppression is past its last day, so it suppresses nothing any more. */
  public static final RuleId EXPIRED_SUPPRESSION = new RuleId("expired-suppression");

  /** A suppression matches nothing. */
  public static final RuleId UNUSED_SUPPRESSION = new RuleId("unused-suppression");

  /** A release names a values file that is not there: Helm would stop. */
  public static final RuleId MISSING_VALUES_LAYER = new RuleId("missing-values-layer");

  /** A rule of the project is not of the form of a rule, or does not compile. */
  public static final RuleId INVALID_RULE = new RuleId("invalid-rule");

  /** An admission policy, or what belongs to it, is one that the API server would not take. */
  public static final RuleId INVALID_ADMISSION_POLICY = new RuleId("invalid-admission-policy");

  /**
   * What a suppression names as its rule to accept what could not be checked. It is no rule:
   * nothing has its id but suppressions.
   */
  public static final String NOT_CHECKED = "not-checked";

  private ProjectRules() {}
}
