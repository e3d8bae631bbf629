package dev.plimsoll.analysis;

import dev.plimsoll.chart.Chart;
import dev.plimsoll.chart.EnabledChart;
import dev.plimsoll.diagnostic.Diagnostic;
import dev.plimsoll.diagnostic.NotChecked;
import dev.plimsoll.index.ReleaseInstance;
import dev.plimsoll.values.Coalesced;
import dev.plimsoll.values.LayerValues;
import java.util.List;

/**
 * What a chart and its layers come to, once for all cells that have the same.
 *
 * @param renders of the chart with these values
 * @param diagnostics about the layers together, without the cells that they affect
 * @param notChecked the same
 */
record Evaluation(
    Chart chart,
    EnabledChart enabled,
    Renders renders,
    List<ReleaseInstance.ScopedLayer> chartDefaults,
    List<LayerValues> layers,
    Coalesced effective,
    List<Diagnostic> diagnostics,
    List<NotChecked> notChecked) {

  Evaluation {
    chartDefaults = List.copyOf(chartDefaults);
    layers = List.copyOf(layers);
    diagnostics = List.copyOf(diagnostics);
    notChecked = List.copyOf(notChecked);
  }
}
