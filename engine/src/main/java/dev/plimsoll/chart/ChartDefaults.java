package dev.plimsoll.chart;

import dev.plimsoll.diagnostic.DiagnosticSink;
import dev.plimsoll.origin.Layer;
import dev.plimsoll.origin.Origin;
import dev.plimsoll.source.SourceFile;
import dev.plimsoll.source.Span;
import dev.plimsoll.values.HelmVersion;
import dev.plimsoll.values.LayerReader;
import dev.plimsoll.values.LayerValues;
import dev.plimsoll.values.MapValue;
import dev.plimsoll.yaml.YamlFile;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The {@code values.yaml} of charts as layers, each read once however many releases use the chart.
 * May be used by several threads.
 */
public final class ChartDefaults {

  private final HelmVersion helm;
  private final DiagnosticSink sink;
  // By identity: a chart is large to compare, and the same chart loaded twice is two anyway.
  private final IdentityHashMap<Chart, LayerValues> known = new IdentityHashMap<>();

  /**
   * @param sink takes what Helm refuses in a {@code values.yaml} although it is YAML
   */
  public ChartDefaults(HelmVersion helm, DiagnosticSink sink) {
    this.helm = helm;
    this.sink = sink;
  }

  /** The defaults of one chart alone; an empty map for a chart without {@code values.yaml}. */
  public synchronized LayerValues of(Chart chart) {
    LayerValues values = known.get(chart);
    if (values == null) {
      values = chart.values().map(this::read).orElseGet(() -> none(chart));
      known.put(chart, values);
    }
    return values;
  }

  private LayerValues read(YamlFile file) {
    return LayerReader.read(file, new Layer(Layer.Kind.CHART_DEFAULTS, file.source()), helm, sink);
  }

  private static LayerValues none(Chart chart) {
    SourceFile file = new SourceFile(FolderReader.join(chart.path(), "values.yaml"), "");
    Layer layer = new Layer(Layer.Kind.CHART_DEFAULTS, file);
    MapValue root =
        new MapValue(Map.of(), Map.of(), new Origin(layer, null, Span.at(0)), List.of());
    return new LayerValues(layer, root, Optional.empty());
  }
}
