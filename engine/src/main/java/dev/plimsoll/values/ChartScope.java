package dev.plimsoll.values;

import java.util.List;

/**
 * What coalescing needs to know of a chart: its name (the alias, if it has one), its own default
 * values and its enabled subcharts.
 *
 * @param defaults {@code values.yaml} of this chart, with imported values where it imports any
 */
public record ChartScope(String name, MapValue defaults, List<ChartScope> dependencies) {

  public ChartScope {
    dependencies = List.copyOf(dependencies);
  }
}
