package dev.plimsoll.render;

import dev.plimsoll.diagnostic.RuleId;

/** The ids of the rules whose logic is rendering. */
public final class RenderRules {

  /** A template that Go cannot parse. */
  public static final RuleId SYNTAX_ERROR = new RuleId("template-syntax-error");

  /** A template that stops while it runs. */
  public static final RuleId EXECUTION_ERROR = new RuleId("template-execution-error");

  /** A chart that refuses its values with {@code fail} or {@code required}. */
  public static final RuleId REFUSED_VALUES = new RuleId("values-refused-by-chart");

  /** A rendered document that is no YAML or no object. */
  public static final RuleId INVALID_MANIFEST = new RuleId("invalid-rendered-manifest");

  /** A chart that does not want this Kubernetes. */
  public static final RuleId INCOMPATIBLE_KUBERNETES =
      new RuleId("incompatible-kubernetes-version");

  /** A library chart, or a name of a release that Helm does not take. */
  public static final RuleId UNINSTALLABLE_RELEASE = new RuleId("uninstallable-release");

  /** A bound of this program. */
  public static final RuleId BOUND = new RuleId("render-limit-exceeded");

  private RenderRules() {}
}
