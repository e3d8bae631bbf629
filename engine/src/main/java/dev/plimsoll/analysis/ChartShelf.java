package dev.plimsoll.analysis;

import dev.plimsoll.chart.Chart;
import dev.plimsoll.chart.ChartDefaults;
import dev.plimsoll.chart.ChartLint;
import dev.plimsoll.chart.ChartLoader;
import dev.plimsoll.chart.Dependency;
import dev.plimsoll.diagnostic.Diagnostic;
import dev.plimsoll.index.ReleaseInstance.ScopedLayer;
import dev.plimsoll.render.ChartRenderer;
import dev.plimsoll.source.FileTree;
import dev.plimsoll.values.HelmVersion;
import dev.plimsoll.values.YamlDiagnostics;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Charts by path, each loaded once and kept while its files stay as they are. Thread-safe but for
 * {@link #nextAnalysis}.
 */
final class ChartShelf {

  private final FileMemory memory;
  private final ChartLoader loader = new ChartLoader();
  private Map<Key, LoadedChart> charts = new ConcurrentHashMap<>();
  private Map<Key, LoadedChart> chartsBefore = new ConcurrentHashMap<>();

  ChartShelf(FileMemory memory) {
    this.memory = memory;
  }

  private record Key(String path, HelmVersion helm) {}

  /**
   * A chart with what Helm refuses in it. It is equal to itself alone, so that what was made of it
   * is found again only while the chart is the same.
   */
  static final class LoadedChart {

    private final TrackedFiles files;
    private final Optional<Chart> chart;
    private final ChartDefaults defaults;
    private final List<ScopedLayer> layers;
    private final List<Diagnostic> diagnostics;
    private final ChartRenderer renderer;

    private LoadedChart(
        TrackedFiles files,
        Optional<Chart> chart,
        ChartDefaults defaults,
        List<ScopedLayer> layers,
        List<Diagnostic> diagnostics,
        HelmVersion helm) {
      this.files = files;
      this.chart = chart;
      this.defaults = defaults;
      this.layers = List.copyOf(layers);
      this.diagnostics = List.copyOf(diagnostics);
      this.renderer = new ChartRenderer(helm);
    }

    /** Empty if nothing of it could be read. */
    Optional<Chart> chart() {
      return chart;
    }

    /** Reads {@code values.yaml} of the chart and those inside it. */
    ChartDefaults defaults() {
      return defaults;
    }

    /** The {@code values.yaml} of the chart and of every chart inside it, enabled or not. */
    List<ScopedLayer> layers() {
      return layers;
    }

    List<Diagnostic> diagnostics() {
      return diagnostics;
    }

    /** Keeps the parsed templates for as long as the chart stays as it is. */
    ChartRenderer renderer() {
      return renderer;
    }
  }

  void nextAnalysis() {
    chartsBefore = charts;
    charts = new ConcurrentHashMap<>();
  }

  LoadedChart load(FileTree files, String path, HelmVersion helm) {
    return charts.computeIfAbsent(new Key(path, helm), asked -> find(files, asked));
  }

  private LoadedChart find(FileTree files, Key asked) {
    LoadedChart before = chartsBefore.get(asked);
    if (before != null && before.files.standsIn(files)) {
      return before;
    }
    TrackedFiles tracked = new TrackedFiles(files, memory);
    List<Diagnostic> diagnostics = new ArrayList<>();
    Optional<Chart> chart = loader.load(tracked, asked.path(), diagnostics::add);
    ChartDefaults defaults = new ChartDefaults(asked.helm(), diagnostics::add);
    List<ScopedLayer> layers = new ArrayList<>();
    // Everything is read now, so that what is wrong is known whatever a release enables.
    chart.ifPresent(found -> addLayers(found, "", defaults, layers));
    chart.ifPresent(found -> addProblems(found, diagnostics));
    chart.ifPresent(found -> ChartLint.lint(found, List.copyOf(diagnostics), diagnostics::add));
    return new LoadedChart(tracked, chart, defaults, layers, diagnostics, asked.helm());
  }

  private static void addLayers(
      Chart chart, String scope, ChartDefaults defaults, List<ScopedLayer> layers) {
    layers.add(new ScopedLayer(scope, chart, defaults.of(chart)));
    for (Chart subchart : chart.subcharts()) {
      for (String key : valuesKeys(chart, subchart)) {
        addLayers(subchart, scope.isEmpty() ? key : scope + "." + key, defaults, layers);
      }
    }
  }

  private static void addProblems(Chart chart, List<Diagnostic> diagnostics) {
    chart.values().ifPresent(values -> diagnostics.addAll(YamlDiagnostics.of(values)));
    chart.subcharts().forEach(subchart -> addProblems(subchart, diagnostics));
  }

  /** A chart may be used under several aliases; one that is used under none goes by its name. */
  private static Set<String> valuesKeys(Chart parent, Chart subchart) {
    Set<String> keys = new LinkedHashSet<>();
    for (Dependency dependency : parent.metadata().dependencies()) {
      if (dependency.name().value().equals(subchart.name())) {
        keys.add(dependency.valuesKey());
      }
    }
    return keys.isEmpty() ? Set.of(subchart.name()) : keys;
  }
}
