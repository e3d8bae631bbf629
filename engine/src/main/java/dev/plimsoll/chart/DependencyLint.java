package dev.plimsoll.chart;

import com.google.re2j.Pattern;
import dev.plimsoll.diagnostic.Diagnostic;
import dev.plimsoll.diagnostic.RelatedLocation;
import dev.plimsoll.source.Located;
import dev.plimsoll.source.Location;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Compares the dependencies that a chart declares with the charts that lie in it. */
final class DependencyLint {

  private static final Pattern ALIAS = Pattern.compile("[a-zA-Z0-9_-]+");

  private final Chart chart;
  private final Location about;
  private final LintLog log;

  /**
   * @param about where something is said of the list as a whole
   */
  DependencyLint(Chart chart, Location about, LintLog log) {
    this.chart = chart;
    this.about = about;
    this.log = log;
  }

  void lint() {
    Map<String, Dependency> byKey = new HashMap<>();
    for (Dependency dependency : chart.metadata().dependencies()) {
      Dependency first = byKey.putIfAbsent(dependency.valuesKey(), dependency);
      if (first != null) {
        duplicate(dependency, first);
      }
      alias(dependency);
      presence(dependency);
    }
    for (Chart subchart : chart.subcharts()) {
      if (declared(subchart.name()).isEmpty()) {
        log.remark(
            ChartRules.UNDECLARED_DEPENDENCY,
            about,
            "The chart `%s` lies in `charts`, and no dependency declares it; Helm installs it unconditionally, and `helm dependency build` may delete it."
                .formatted(subchart.name()));
      }
    }
    lock();
  }

  private void duplicate(Dependency dependency, Dependency first) {
    String message =
        "Two dependencies are called `%s`, so Helm refuses the chart; give one of them an `alias`."
            .formatted(dependency.valuesKey());
    Location place = dependency.alias().orElse(dependency.name()).location();
    if (log.dependency()) {
      log.refusal(ChartRules.DUPLICATE_DEPENDENCY, place, message);
      return;
    }
    log.sink()
        .report(
            Diagnostic.of(ChartRules.DUPLICATE_DEPENDENCY, place, message)
                .withRelated(
                    RelatedLocation.Role.DEFINITION,
                    first.alias().orElse(first.name()).location(),
                    "The first one is here."));
  }

  private void alias(Dependency dependency) {
    Optional<Located<String>> alias = dependency.alias();
    if (alias.isPresent() && !ALIAS.matches(alias.get().value())) {
      log.refusal(
          ChartRules.UNLOADABLE_CHART,
          alias.get().location(),
          "An alias has letters, digits, `_` and `-` only, so Helm refuses the chart for `%s`."
              .formatted(alias.get().value()));
    }
  }

  private void presence(Dependency dependency) {
    String name = dependency.name().value();
    List<Chart> found =
        chart.subcharts().stream().filter(subchart -> subchart.name().equals(name)).toList();
    if (found.isEmpty()) {
      if (log.refused().contains(dependency.name().location())) {
        return;
      }
      log.remark(
          ChartRules.MISSING_DEPENDENCY,
          dependency.name().location(),
          "There is no chart `%s` in `charts`, so Helm refuses to install this one until `helm dependency build` has fetched it."
              .formatted(name));
      return;
    }
    String range = dependency.version().map(Located::value).orElse("");
    boolean isVersioned = found.stream().allMatch(DependencyLint::hasVersion);
    if (isVersioned && found.stream().noneMatch(subchart -> isInRange(range, subchart))) {
      String versions =
          found.stream()
              .map(subchart -> subchart.metadata().version().map(Located::value).orElse(""))
              .map(version -> "`" + version + "`")
              .collect(Collectors.joining(", "));
      log.remark(
          ChartRules.DEPENDENCY_VERSION_MISMATCH,
          dependency.version().map(Located::location).orElse(dependency.name().location()),
          range.isEmpty()
              ? "The dependency has no `version`, so Helm ignores its condition, tags and alias; `charts` has %s."
                  .formatted(versions)
              : "The chart in `charts` is %s, which `%s` does not allow, so Helm ignores the condition, tags and alias of this entry."
                  .formatted(versions, range));
    }
  }

  /** Whether the chart has a version at all; that it has none is said of the chart itself. */
  private static boolean hasVersion(Chart chart) {
    return chart
        .metadata()
        .version()
        .flatMap(version -> SemanticVersion.parseLoose(version.value()))
        .isPresent();
  }

  private static boolean isInRange(String range, Chart subchart) {
    return VersionRange.matches(
        range, subchart.metadata().version().map(Located::value).orElse(""));
  }

  private Optional<Dependency> declared(String name) {
    return chart.metadata().dependencies().stream()
        .filter(dependency -> dependency.name().value().equals(name))
        .findFirst();
  }

  private void lock() {
    chart
        .lock()
        .filter(lock -> lock.sync() == ChartLock.Sync.STALE)
        .ifPresent(lock ->
            log.remark(
                ChartRules.STALE_CHART_LOCK,
                lock.digest().map(Located::location).orElse(lock.location()),
                "The lock was written for other dependencies than the chart declares, so `helm dependency build` refuses it; run `helm dependency update`."));
  }
}
