package dev.plimsoll.chart;

import dev.plimsoll.diagnostic.RuleId;

/** The ids of the rules whose logic is the chart loader, {@link ChartLint} or dependencies. */
public final class ChartRules {

  public static final RuleId MISSING_CHART_NAME = new RuleId("missing-chart-name");
  public static final RuleId INVALID_CHART_NAME = new RuleId("invalid-chart-name");
  public static final RuleId INVALID_CHART_API_VERSION = new RuleId("invalid-chart-api-version");
  public static final RuleId MISSING_CHART_VERSION = new RuleId("missing-chart-version");
  public static final RuleId INVALID_CHART_VERSION = new RuleId("invalid-chart-version");
  public static final RuleId NON_STRICT_CHART_VERSION = new RuleId("non-strict-chart-version");
  public static final RuleId INVALID_CHART_MAINTAINER = new RuleId("invalid-chart-maintainer");
  public static final RuleId INVALID_CHART_SOURCE = new RuleId("invalid-chart-source");
  public static final RuleId INVALID_CHART_ICON = new RuleId("invalid-chart-icon");
  public static final RuleId MISSING_CHART_ICON = new RuleId("missing-chart-icon");
  public static final RuleId CHART_FIELD_REQUIRES_V2 = new RuleId("chart-field-requires-v2");
  public static final RuleId UNKNOWN_CHART_FIELD = new RuleId("unknown-chart-field");
  public static final RuleId CHART_FIELD_TYPE_MISMATCH = new RuleId("chart-field-type-mismatch");
  public static final RuleId MISSING_VALUES_FILE = new RuleId("missing-values-file");
  public static final RuleId MISSING_TEMPLATES_DIRECTORY =
      new RuleId("missing-templates-directory");
  public static final RuleId UNEXPECTED_TEMPLATE_EXTENSION =
      new RuleId("unexpected-template-extension");
  public static final RuleId UNDECLARED_DEPENDENCY = new RuleId("undeclared-dependency");
  public static final RuleId MISSING_DEPENDENCY = new RuleId("missing-dependency");
  public static final RuleId DUPLICATE_DEPENDENCY = new RuleId("duplicate-dependency");
  public static final RuleId UNLOADABLE_DEPENDENCY = new RuleId("unloadable-dependency");
  public static final RuleId UNLOADABLE_CHART = new RuleId("unloadable-chart");
  public static final RuleId DEPENDENCY_VERSION_MISMATCH =
      new RuleId("dependency-version-mismatch");
  public static final RuleId STALE_CHART_LOCK = new RuleId("stale-chart-lock");
  public static final RuleId INVALID_CRD_FILE = new RuleId("invalid-crd-file");
  public static final RuleId DEPRECATED_CHART = new RuleId("deprecated-chart");

  public static final RuleId NON_BOOLEAN_CONDITION = new RuleId("non-boolean-condition");
  public static final RuleId NON_BOOLEAN_TAG = new RuleId("non-boolean-tag");
  public static final RuleId MISSING_IMPORT_TABLE = new RuleId("missing-import-table");

  private ChartRules() {}
}
