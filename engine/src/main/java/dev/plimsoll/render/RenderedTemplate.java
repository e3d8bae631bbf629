package dev.plimsoll.render;

import dev.plimsoll.chart.ChartFile;
import dev.plimsoll.chart.EnabledChart;
import dev.plimsoll.template.value.TracedText;

/**
 * What one template wrote.
 *
 * @param name as Helm has it: the path of the chart, then that in the chart
 * @param text without {@code <no value>}
 */
public record RenderedTemplate(String name, EnabledChart chart, ChartFile file, TracedText text) {

  /** Whether it is shown to people after an installation instead of being applied. */
  public boolean isNotes() {
    return name.endsWith("NOTES.txt");
  }
}
