package dev.plimsoll.analysis;

import dev.plimsoll.diagnostic.Diagnostic;
import dev.plimsoll.diagnostic.DiagnosticSink;
import dev.plimsoll.diagnostic.RuleId;
import dev.plimsoll.diagnostic.Severity;
import dev.plimsoll.index.ReleaseInstance;
import dev.plimsoll.project.ProjectRules;
import dev.plimsoll.project.TextAnalysis;
import dev.plimsoll.project.TextTree;
import dev.plimsoll.rule.Profile;
import dev.plimsoll.rule.Rule;
import dev.plimsoll.rule.RuleCatalog;
import dev.plimsoll.rule.RuleContext;
import dev.plimsoll.rule.RuleMetadata;
import dev.plimsoll.values.GoScalar;
import dev.plimsoll.values.MapValue;
import dev.plimsoll.values.ScalarValue;
import dev.plimsoll.values.Value;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A chart in two environments, and a rule that has something to say of it. */
abstract class AnalyzerBench {

  static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
  static final RuleId FLOATING = new RuleId("floating-image-tag");

  static final String ESTATE =
      """
      # file: plimsoll.yaml
      apiVersion: plimsoll.dev/v1
      kind: Project
      environments:
        dev: {clusters: [dev-us]}
        prod: {clusters: [prod-us, prod-eu]}
      releases:
        - name: shop
          chart: charts/shop
          namespace: "shop-{environment}"
          values: ["environments/{environment}/values.yaml"]
      # file: charts/shop/Chart.yaml
      apiVersion: v2
      name: shop
      version: 1.0.0
      icon: https://charts.example.org/shop.svg
      # file: charts/shop/templates/values.yaml
      {{ toYaml .Values }}
      # file: charts/shop/values.yaml
      tag: latest
      replicas: 1
      # file: charts/shop/values.schema.json
      {"type": "object", "properties": {"replicas": {"type": "integer", "minimum": 1}}}
      # file: environments/dev/values.yaml
      replicas: 1
      # file: environments/prod/values.yaml
      replicas: 3
      """;

  /**
   * Points at every leaf called {@code tag} that says {@code latest}, with the cells that it
   * reaches.
   */
  static final Rule TAGS =
      new Rule() {
        @Override
        public RuleId id() {
          return FLOATING;
        }

        @Override
        public void check(RuleContext context, DiagnosticSink sink) {
          for (ReleaseInstance release : context.estate().releases()) {
            Value tag = release.effective().values().entries().get("tag");
            if (tag instanceof ScalarValue(GoScalar.Text(String text), _, _)
                && text.equals("latest")) {
              sink.report(
                  Diagnostic.of(FLOATING, tag.origin().location(), "The tag may move.")
                      .withAffects(List.of(release.cell())));
            }
          }
        }
      };

  static String withSection(String section) {
    return ESTATE.replace(
        "# file: charts/shop/Chart.yaml",
        section.stripTrailing() + "\n# file: charts/shop/Chart.yaml");
  }

  static AnalysisOptions environment(String name) {
    return new AnalysisOptions(
        List.of(name), List.of(), Optional.empty(), Optional.empty(), Optional.empty());
  }

  static AnalysisResult analyze(String workspace) {
    return analyze(workspace, catalog(), AnalysisOptions.none());
  }

  static AnalysisResult analyze(String workspace, RuleCatalog catalog, AnalysisOptions options) {
    return analyze(TextTree.of(workspace), catalog, options);
  }

  static AnalysisResult analyze(TextTree files, RuleCatalog catalog, AnalysisOptions options) {
    return new Analyzer(catalog, List.of(TAGS)).analyze(new Workspace(files, options, TODAY));
  }

  static double number(ReleaseInstance release, String key) {
    MapValue values = release.effective().values();
    return switch (values.entries().get(key)) {
      case ScalarValue(GoScalar.Float64(double value), _, _) -> value;
      case ScalarValue(GoScalar.Int64(long value), _, _) -> value;
      case null, default -> throw new AssertionError(key + " is no number");
    };
  }

  static List<String> lines(AnalysisResult result) {
    List<String> lines = new ArrayList<>();
    for (Diagnostic each : result.diagnostics()) {
      List<String> affects =
          each.affects().stream()
              .map(cell -> cell.release() + "/" + cell.environment() + "/" + cell.cluster())
              .toList();
      lines.add(
          TextAnalysis.line(each)
              + " "
              + affects
              + each.accepted().map(by -> " accepted: " + by.reason()).orElse(""));
    }
    return lines;
  }

  static RuleCatalog catalog() {
    return catalog(Map.of(Profile.DEVELOPMENT, Severity.INFO, Profile.PRODUCTION, Severity.ERROR));
  }

  static RuleCatalog catalog(Map<Profile, Severity> floating) {
    Map<Profile, Severity> warning = everywhere(Severity.WARNING);
    return new RuleCatalog(
        List.of(
            rule(FLOATING, floating),
            rule(ProjectRules.MISSING_VALUES_LAYER, everywhere(Severity.ERROR)),
            rule(ProjectRules.EXPIRED_SUPPRESSION, warning),
            rule(ProjectRules.UNUSED_SUPPRESSION, warning)));
  }

  private static Map<Profile, Severity> everywhere(Severity severity) {
    Map<Profile, Severity> severities = new EnumMap<>(Profile.class);
    for (Profile profile : Profile.values()) {
      severities.put(profile, severity);
    }
    return severities;
  }

  private static RuleMetadata rule(RuleId id, Map<Profile, Severity> severities) {
    return new RuleMetadata(
        id, List.of(), "values", severities, "S.", "W.", "N.", List.of(), List.of(), false);
  }
}
