package dev.plimsoll.chart;

import dev.plimsoll.values.ChartScope;
import dev.plimsoll.values.LayerValues;
import dev.plimsoll.values.MapValue;
import java.util.List;
import java.util.Optional;

/**
 * A chart that takes part in a release, with those of its subcharts that the values enable.
 *
 * @param name its alias, or else its name: the key of its values in the parent
 * @param fullPath what its templates say they come from ({@code shop/charts/cache}); Helm 3 has the
 *     name of a chart from before its alias in the paths of some charts inside it
 * @param dependency the entry of the parent that asks for it; empty for the top chart, and for one
 *     that lies in {@code charts/} undeclared
 * @param own its {@code values.yaml} alone
 * @param defaults its {@code values.yaml} with what it imports; where it has dependencies, also
 *     with their values under their names, as Helm has them from then on
 * @param subcharts the enabled ones, in Helm's order
 */
public record EnabledChart(
    String name,
    String fullPath,
    Chart chart,
    Optional<Dependency> dependency,
    LayerValues own,
    MapValue defaults,
    List<EnabledChart> subcharts) {

  public EnabledChart {
    subcharts = List.copyOf(subcharts);
  }

  /** What coalescing needs. */
  public ChartScope scope() {
    return new ChartScope(name, defaults, subcharts.stream().map(EnabledChart::scope).toList());
  }
}
