package dev.plimsoll.analysis;

import dev.plimsoll.analysis.ChartShelf.LoadedChart;
import dev.plimsoll.analysis.LayerShelf.ReadLayer;
import dev.plimsoll.chart.Chart;
import dev.plimsoll.chart.DependencyProcessor;
import dev.plimsoll.chart.EnabledChart;
import dev.plimsoll.diagnostic.Diagnostic;
import dev.plimsoll.diagnostic.NotChecked;
import dev.plimsoll.origin.Layer;
import dev.plimsoll.schema.SchemaScope;
import dev.plimsoll.schema.SchemaVerdict;
import dev.plimsoll.schema.ValuesSchemaValidator;
import dev.plimsoll.source.FileTree;
import dev.plimsoll.source.SourceFile;
import dev.plimsoll.values.Coalesced;
import dev.plimsoll.values.Coalescer;
import dev.plimsoll.values.HelmVersion;
import dev.plimsoll.values.LayerValues;
import dev.plimsoll.values.MapValue;
import dev.plimsoll.values.UserValues;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Computes the values of releases: Helm's way from layers to what templates see, and what the
 * schemas say of it. The same chart with the same layers is computed once, and kept for the next
 * analysis. Thread-safe but for {@link #nextAnalysis}.
 */
final class Evaluations {

  private final ValuesSchemaValidator validator = new ValuesSchemaValidator();
  private Map<Key, Evaluation> known = new ConcurrentHashMap<>();
  private Map<Key, Evaluation> knownBefore = new ConcurrentHashMap<>();
  private boolean isRepeated;

  /** Everything that decides a result; charts and files are told apart by identity. */
  private record Key(
      LoadedChart chart,
      List<SourceFile> files,
      List<Same> made,
      List<Layer> options,
      HelmVersion helm,
      boolean judged) {}

  /**
   * Values of a layer that no file is: a helmfile makes them anew in each analysis. They are few,
   * so comparing them costs less than a render does.
   */
  @SuppressWarnings("ReferenceEquality")
  private record Same(MapValue values) {

    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Same that && (values == that.values || values.equals(that.values));
    }

    @Override
    public int hashCode() {
      return values.entries().keySet().hashCode();
    }
  }

  void nextAnalysis() {
    isRepeated |= !known.isEmpty();
    knownBefore = known;
    known = new ConcurrentHashMap<>();
  }

  /**
   * The values of a release.
   *
   * @param chart a chart that could be loaded
   * @param layers values files, weakest first
   * @param own options of the release, in front of those of the command line
   */
  Evaluation evaluate(
      LoadedChart chart, List<ReadLayer> layers, List<Layer> own, EstateRequest request) {
    List<SourceFile> files = new ArrayList<>(layers.size());
    List<Same> made = new ArrayList<>();
    for (ReadLayer layer : layers) {
      files.add(layer.values().layer().file());
      // Several layers may stand in one file of which they are only a part.
      if (layer.values().yaml().isEmpty()) {
        made.add(new Same(layer.values().root()));
      }
    }
    List<Layer> options = new ArrayList<>(own);
    options.addAll(request.options().layers());
    Key key = new Key(chart, files, made, options, request.helm(), request.judge());
    Evaluation now = known.get(key);
    if (now != null) {
      return now;
    }
    Evaluation before = knownBefore.get(key);
    Evaluation found = before == null ? compute(chart, layers, options, request) : before;
    known.put(key, found);
    return found;
  }

  private Evaluation compute(
      LoadedChart loaded, List<ReadLayer> layers, List<Layer> all, EstateRequest request) {
    Chart chart = loaded.chart().orElseThrow();
    HelmVersion helm = request.helm();
    List<Diagnostic> diagnostics = new ArrayList<>();
    List<LayerValues> files = new ArrayList<>(layers.size());
    for (ReadLayer layer : layers) {
      files.add(layer.values());
    }
    FileTree tree = request.files();
    UserValues user = UserValues.merge(files, options(all), tree::read, helm, diagnostics::add);
    EnabledChart enabled =
        new DependencyProcessor(helm, loaded.defaults()::of)
            .process(chart, user.values(), diagnostics::add);
    Coalesced effective =
        new Coalescer(helm).coalesce(enabled.scope(), user.values(), diagnostics::add);
    List<NotChecked> notChecked = new ArrayList<>();
    if (request.judge()) {
      SchemaVerdict verdict = validator.validate(schemas(enabled), effective.values());
      for (Diagnostic diagnostic : verdict.diagnostics()) {
        if (!EncryptedValues.isAboutContent(diagnostic)) {
          diagnostics.add(diagnostic);
        }
      }
      notChecked.addAll(verdict.notChecked());
    }
    return new Evaluation(
        chart,
        enabled,
        new Renders(loaded.renderer(), enabled, effective, isRepeated),
        loaded.layers(),
        user.layers(),
        effective,
        diagnostics,
        notChecked);
  }

  private static List<Layer> options(List<Layer> all) {
    List<Layer> options = new ArrayList<>();
    for (Layer layer : all) {
      if (layer.kind().isOption()) {
        options.add(layer);
      }
    }
    return options;
  }

  private static SchemaScope schemas(EnabledChart chart) {
    List<SchemaScope> subcharts = new ArrayList<>(chart.subcharts().size());
    for (EnabledChart subchart : chart.subcharts()) {
      subcharts.add(schemas(subchart));
    }
    return new SchemaScope(chart.name(), chart.chart().schema(), subcharts);
  }
}
