package dev.plimsoll.lsp.feature;

import java.util.List;

/** The names of what a client can have done. */
public final class Commands {

  public static final String EFFECTIVE_VALUES = "plimsoll.effectiveValues";
  public static final String RENDERED_MANIFEST = "plimsoll.renderedManifest";
  public static final String CHOOSE_ENVIRONMENT = "plimsoll.chooseEnvironment";
  public static final String EXPLAIN_VALUE = "plimsoll.explainValue";
  public static final String EXPLAIN_RULE = "plimsoll.explainRule";
  public static final String COMPARE_ENVIRONMENTS = "plimsoll.compareEnvironments";
  public static final String COMPARED_VALUES = "plimsoll.comparedValues";
  public static final String MATRIX = "plimsoll.matrix";
  public static final String BUG_REPORT = "plimsoll.bugReport";

  /** All of them. */
  public static final List<String> ALL =
      List.of(
          EFFECTIVE_VALUES,
          RENDERED_MANIFEST,
          CHOOSE_ENVIRONMENT,
          EXPLAIN_VALUE,
          EXPLAIN_RULE,
          COMPARE_ENVIRONMENTS,
          COMPARED_VALUES,
          MATRIX,
          BUG_REPORT);

  private Commands() {}
}
