package dev.plimsoll.chart;

import dev.plimsoll.diagnostic.Diagnostic;
import dev.plimsoll.diagnostic.DiagnosticSink;
import dev.plimsoll.source.FileContent;
import dev.plimsoll.source.Location;
import dev.plimsoll.source.SourceFile;
import dev.plimsoll.yaml.YamlEntry;
import dev.plimsoll.yaml.YamlMapping;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Says what {@code helm lint} of Helm 3.22 and 4.3 says of a chart's files, each thing with its
 * place and all of them at once, and what Helm's loader demands of {@code Chart.yaml} beyond its
 * being readable. Values and what templates render are judged elsewhere.
 */
public final class ChartLint {

  private static final Set<String> TEMPLATE_EXTENSIONS = Set.of(".yaml", ".yml", ".tpl", ".txt");

  private final Chart chart;
  private final StructFields fields;
  private final LintLog log;

  private ChartLint(Chart chart, StructFields fields, LintLog log) {
    this.chart = chart;
    this.fields = fields;
    this.log = log;
  }

  /**
   * Judges a chart, and of the charts inside it what makes Helm refuse them.
   *
   * @param loaded what {@link ChartLoader} said: a dependency that it refused is not missing as
   *     well
   */
  public static void lint(Chart chart, List<Diagnostic> loaded, DiagnosticSink sink) {
    Set<Location> refused = new HashSet<>();
    for (Diagnostic diagnostic : loaded) {
      if (diagnostic.rule().equals(ChartRules.UNLOADABLE_DEPENDENCY)) {
        refused.add(diagnostic.location());
        diagnostic.related().forEach(related -> refused.add(related.location()));
      }
    }
    lint(chart, new LintLog(sink, true, false, Optional.empty(), refused));
  }

  /** What makes Helm refuse to load a chart, or one inside it, although its files can be read. */
  public static List<Diagnostic> refusals(Chart chart) {
    List<Diagnostic> found = new ArrayList<>();
    lint(chart, new LintLog(found::add, false, false, Optional.empty(), Set.of()));
    return List.copyOf(found);
  }

  private static void lint(Chart chart, LintLog log) {
    StructFields.of(chart.chartYaml())
        .ifPresent(fields -> new ChartLint(chart, fields, log).lint());
    for (Chart subchart : chart.subcharts()) {
      Optional<Location> wanted =
          chart.metadata().dependencies().stream()
              .filter(dependency -> dependency.name().value().equals(subchart.name()))
              .map(dependency -> dependency.name().location())
              .findFirst();
      lint(subchart, new LintLog(log.sink(), log.remarks(), true, wanted, log.refused()));
    }
  }

  private void lint() {
    new MetadataLint(chart, fields, log).lint();
    new DependencyLint(chart, about("dependencies"), log).lint();
    if (chart.values().isEmpty()) {
      log.remark(
          ChartRules.MISSING_VALUES_FILE,
          top(),
          "The chart has no `values.yaml`, so nobody sees what can be set.");
    }
    templates();
    if (!log.dependency()) {
      chart.crds().forEach(file -> CrdLint.lint(file, log));
    }
  }

  private void templates() {
    boolean isRendered = chart.metadata().dependencies().isEmpty() && chart.subcharts().isEmpty();
    if (chart.templates().isEmpty() && isRendered) {
      log.remark(
          ChartRules.MISSING_TEMPLATES_DIRECTORY,
          top(),
          "The chart has no `templates`, so it renders nothing.");
    }
    for (ChartFile template : chart.templates()) {
      if (template.content() instanceof FileContent.Refused(String reason)) {
        log.refusal(
            ChartRules.UNLOADABLE_CHART,
            start(template),
            "The file cannot be read, so Helm cannot load the chart: " + reason);
      }
      String name = template.name();
      String file = name.substring(name.lastIndexOf('/') + 1);
      String extension = file.contains(".") ? file.substring(file.lastIndexOf('.')) : "";
      if (!TEMPLATE_EXTENSIONS.contains(extension)) {
        log.remark(
            ChartRules.UNEXPECTED_TEMPLATE_EXTENSION,
            start(template),
            "Helm renders every file in `templates`, and `helm lint` accepts no `%s` there; move it elsewhere or exclude it in `.helmignore`."
                .formatted(extension.isEmpty() ? file : extension));
      }
    }
  }

  private Location start(ChartFile file) {
    return file.content() instanceof FileContent.Text(SourceFile text)
        ? text.start()
        : new SourceFile(FolderReader.join(chart.path(), file.name()), "").start();
  }

  /** The key {@code name}, or the first key where that one is missing. */
  private Location about(String name) {
    return fields
        .entry(name)
        .map(entry -> chart.chartYaml().source().at(entry.key().span()))
        .orElseGet(this::top);
  }

  private Location top() {
    return first(chart.chartYaml().source(), fields.node());
  }

  /** The first key of a mapping: where something is said that a person would add to it. */
  static Location first(SourceFile file, YamlMapping mapping) {
    return mapping.entries().stream()
        .findFirst()
        .map(YamlEntry::key)
        .map(key -> file.at(key.span()))
        .orElseGet(() -> file.at(mapping.span()));
  }
}
