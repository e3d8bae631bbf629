package dev.plimsoll.render;

import dev.plimsoll.chart.Chart;
import dev.plimsoll.chart.ChartLint;
import dev.plimsoll.chart.ChartRules;
import dev.plimsoll.chart.Dependency;
import dev.plimsoll.chart.EnabledChart;
import dev.plimsoll.chart.VersionRange;
import dev.plimsoll.diagnostic.Diagnostic;
import dev.plimsoll.diagnostic.RuleId;
import dev.plimsoll.render.RenderFailure.Kind;
import dev.plimsoll.schema.SchemaScope;
import dev.plimsoll.schema.SchemaVerdict;
import dev.plimsoll.schema.ValuesSchemaValidator;
import dev.plimsoll.source.Located;
import dev.plimsoll.source.Location;
import dev.plimsoll.values.Coalesced;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What Helm checks before it renders, in its order. */
final class ReleaseCheck {

  /** What charts of the format to come have as {@code apiVersion}. */
  private static final String THIRD_FORMAT = "v3";

  private static final Set<String> FORMATS = Set.of("", "v1", "v2", THIRD_FORMAT);

  private final ValuesSchemaValidator schemas = new ValuesSchemaValidator();

  /** Why a chart cannot be loaded, which does not depend on the release. */
  private final Map<Chart, List<Diagnostic>> known =
      Collections.synchronizedMap(new IdentityHashMap<>());

  /** Why Helm does not begin to render; empty if it does. */
  Optional<RenderFailure> refusal(EnabledChart chart, Coalesced values, RenderOptions options) {
    return unknownFormat(chart.chart(), options)
        .or(() -> unloadable(chart.chart()))
        .or(() -> notInstallable(chart.chart()))
        .or(() -> missingDependencies(chart.chart(), options))
        .or(() -> thirdFormat(chart.chart(), options))
        .or(() -> invalidName(chart.chart(), options))
        .or(() -> options.skipSchema() ? Optional.empty() : schema(chart, values))
        .or(() -> incompatible(chart.chart(), options));
  }

  /** Helm 4 asks before it reads the rest of the chart; Helm 3 never does. */
  private static Optional<RenderFailure> unknownFormat(Chart chart, RenderOptions options) {
    return format(chart, options)
        .filter(format -> !FORMATS.contains(format.value()))
        .map(format ->
            failure(
                ChartRules.INVALID_CHART_API_VERSION,
                "unsupported chart version",
                format.location(),
                "Helm 4 does not know charts of the `apiVersion` `%s`; write `v2`."
                    .formatted(format.value())));
  }

  /**
   * Helm 4 can load charts of the format to come, but not install them. It fails earlier, with
   * another message, where a subchart is there that is not declared.
   */
  private static Optional<RenderFailure> thirdFormat(Chart chart, RenderOptions options) {
    boolean hasMore = chart.subcharts().size() > chart.metadata().dependencies().size();
    String message =
        hasMore
            ? dependencyAdvice(options) + ": unsupported chart dependency type"
            : "invalid chart apiVersion";
    return format(chart, options)
        .filter(format -> format.value().equals(THIRD_FORMAT))
        .map(format ->
            failure(
                ChartRules.INVALID_CHART_API_VERSION,
                message,
                format.location(),
                "Helm 4 reads charts of the `apiVersion` `%s`, but does not install them yet; write `v2`."
                    .formatted(THIRD_FORMAT)));
  }

  private static Optional<Located<String>> format(Chart chart, RenderOptions options) {
    return options.helm().major() >= 4 ? chart.metadata().apiVersion() : Optional.empty();
  }

  private Optional<RenderFailure> unloadable(Chart chart) {
    List<Diagnostic> refusals = known.computeIfAbsent(chart, ChartLint::refusals);
    return refusals.isEmpty()
        ? Optional.empty()
        : Optional.of(new RenderFailure(Kind.CHART, LoadMessage.of(chart).orElse(""), refusals));
  }

  private static Optional<RenderFailure> notInstallable(Chart chart) {
    return chart
        .metadata()
        .type()
        .filter(type -> !type.value().isEmpty() && !type.value().equals("application"))
        .map(type ->
            failure(
                RenderRules.UNINSTALLABLE_RELEASE,
                type.value() + " charts are not installable",
                type.location(),
                "A chart of the type `%s` only lends templates to others, so Helm does not render it."
                    .formatted(type.value())));
  }

  private static Optional<RenderFailure> missingDependencies(Chart chart, RenderOptions options) {
    List<String> names = new ArrayList<>();
    List<Diagnostic> diagnostics = new ArrayList<>();
    for (Dependency dependency : chart.metadata().dependencies()) {
      String name = dependency.name().value();
      if (chart.subcharts().stream().noneMatch(subchart -> subchart.name().equals(name))) {
        names.add(name);
        diagnostics.add(
            Diagnostic.of(
                ChartRules.MISSING_DEPENDENCY,
                dependency.location(),
                "The dependency `%s` is not in `charts`, so Helm does not render; `helm dependency build` fetches it."
                    .formatted(name)));
      }
    }
    if (names.isEmpty()) {
      return Optional.empty();
    }
    String message =
        dependencyAdvice(options)
            + ": found in Chart.yaml, but missing in charts/ directory: "
            + String.join(", ", names);
    return Optional.of(new RenderFailure(Kind.CHART, message, diagnostics));
  }

  private static String dependencyAdvice(RenderOptions options) {
    return options.helm().major() >= 4
        ? "an error occurred while checking for chart dependencies. You may need to run 'helm dependency build' to fetch missing dependencies"
        : "An error occurred while checking for chart dependencies. You may need to run `helm dependency build` to fetch missing dependencies";
  }

  private static Optional<RenderFailure> invalidName(Chart chart, RenderOptions options) {
    ReleaseOptions release = options.release();
    if (release.hasValidName()) {
      return Optional.empty();
    }
    String problem =
        release.name().isEmpty()
            ? "no name provided"
            : "invalid release name, must match regex "
                + ReleaseOptions.NAME_FORM
                + " and the length must not be longer than 53";
    String message = "release name \"" + release.name() + "\": " + problem;
    return Optional.of(
        failure(
            RenderRules.UNINSTALLABLE_RELEASE,
            options.helm().major() >= 4 ? "release name check failed: " + message : message,
            chart.chartYaml().source().start(),
            "`%s` is no name that Helm takes for a release: it wants at most 53 lower-case letters, digits, hyphens and dots, with a letter or digit at both ends."
                .formatted(release.name())));
  }

  private Optional<RenderFailure> schema(EnabledChart chart, Coalesced values) {
    SchemaVerdict verdict = schemas.validate(scope(chart), values.values());
    if (verdict.diagnostics().isEmpty()) {
      return Optional.empty();
    }
    // What follows in Helm are the words of its validator; ours are the diagnostics.
    String message =
        "values don't meet the specifications of the schema(s) in the following chart(s):";
    return Optional.of(new RenderFailure(Kind.SCHEMA, message, verdict.diagnostics()));
  }

  private static SchemaScope scope(EnabledChart chart) {
    List<SchemaScope> subcharts = new ArrayList<>(chart.subcharts().size());
    for (EnabledChart subchart : chart.subcharts()) {
      subcharts.add(scope(subchart));
    }
    return new SchemaScope(chart.name(), chart.chart().schema(), subcharts);
  }

  /** Only the top chart is asked. */
  private static Optional<RenderFailure> incompatible(Chart chart, RenderOptions options) {
    KubeVersion kube = options.capabilities().kube();
    Optional<Located<String>> wanted =
        chart.metadata().kubeVersion().filter(range -> !range.value().isEmpty());
    if (wanted.isEmpty() || VersionRange.matches(wanted.get().value(), kube.normalized())) {
      return Optional.empty();
    }
    String range = wanted.get().value();
    return Optional.of(
        failure(
            RenderRules.INCOMPATIBLE_KUBERNETES,
            "chart requires kubeVersion: %s which is incompatible with Kubernetes %s"
                .formatted(range, kube.version()),
            wanted.get().location(),
            "The chart wants Kubernetes `%s`, but this release is rendered for %s."
                .formatted(range, kube.version())));
  }

  private static RenderFailure failure(
      RuleId rule, String message, Location location, String text) {
    return new RenderFailure(Kind.CHART, message, List.of(Diagnostic.of(rule, location, text)));
  }
}
