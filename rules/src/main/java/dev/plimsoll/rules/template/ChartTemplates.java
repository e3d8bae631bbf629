package dev.plimsoll.rules.template;

import dev.plimsoll.chart.Chart;
import dev.plimsoll.chart.ChartFile;
import dev.plimsoll.diagnostic.Affected;
import dev.plimsoll.index.Estate;
import dev.plimsoll.index.ReleaseInstance;
import dev.plimsoll.render.ChartRenderer;
import dev.plimsoll.template.syntax.TemplateFile;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A template file of a chart that is in use, and the cells that use it.
 *
 * @param chart the chart that holds the file
 * @param renderer of the chart at the top
 */
public record ChartTemplates(
    Chart chart, ChartRenderer renderer, TemplateFile template, List<Affected> cells) {

  /** Every template of every chart in use once, those of subcharts too. */
  public static List<ChartTemplates> all(Estate estate) {
    IdentityHashMap<ChartRenderer, List<Affected>> users = new IdentityHashMap<>();
    Map<ChartRenderer, ReleaseInstance> first = new LinkedHashMap<>();
    for (ReleaseInstance release : estate.releases()) {
      users.computeIfAbsent(release.renderer(), _ -> new ArrayList<>()).add(release.cell());
      first.putIfAbsent(release.renderer(), release);
    }
    List<ChartTemplates> all = new ArrayList<>();
    first.forEach((renderer, release) ->
        add(release.chart(), renderer, users.getOrDefault(renderer, List.of()), all));
    return all;
  }

  private static void add(
      Chart chart, ChartRenderer renderer, List<Affected> cells, List<ChartTemplates> all) {
    for (ChartFile file : chart.templates()) {
      all.add(new ChartTemplates(chart, renderer, renderer.template(file), cells));
    }
    chart.subcharts().forEach(subchart -> add(subchart, renderer, cells, all));
  }
}
