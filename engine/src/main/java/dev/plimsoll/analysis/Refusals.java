package dev.plimsoll.analysis;

import dev.plimsoll.chart.ChartRules;
import dev.plimsoll.diagnostic.Diagnostic;
import dev.plimsoll.diagnostic.RuleId;
import dev.plimsoll.helmfile.HelmfileRules;
import dev.plimsoll.project.ProjectRules;
import dev.plimsoll.values.ValuesRules;
import java.util.Set;

/** What makes Helm, or helmfile before it, stop before there are the values of a release. */
public final class Refusals {

  private static final Set<RuleId> RULES =
      Set.of(
          ValuesRules.INVALID_DOCUMENT_SEPARATOR,
          ValuesRules.INVALID_SET_EXPRESSION,
          ValuesRules.SUBCHART_VALUES_NOT_A_MAP,
          ValuesRules.VALUES_NOT_A_MAP,
          ValuesRules.INVALID_YAML,
          ProjectRules.MISSING_VALUES_LAYER,
          ChartRules.UNLOADABLE_CHART,
          ChartRules.UNLOADABLE_DEPENDENCY);

  private Refusals() {}

  /**
   * Whether Helm gives no values at all because of this; ours are then those that could be read.
   */
  public static boolean isOne(Diagnostic diagnostic) {
    return RULES.contains(diagnostic.rule()) || HelmfileRules.stops(diagnostic.rule());
  }
}
