package dev.plimsoll.render;

import dev.plimsoll.chart.ChartFile;
import dev.plimsoll.chart.EnabledChart;
import dev.plimsoll.source.Order;
import dev.plimsoll.template.value.Source.ValuesNode;
import dev.plimsoll.values.JsonPrinter;
import dev.plimsoll.values.MapValue;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Says which templates a release has, in Helm's order: {@code allTemplates} and {@code
 * sortTemplates} of Helm's engine.
 */
final class ChartScopes {

  /** Deepest path first, and within one depth the last name first. */
  private static final Comparator<TemplateScope> ORDER =
      Order.<TemplateScope>of(
              Order.byInt(scope -> depth(scope.name())),
              Order.by(TemplateScope::name, JsonPrinter.KEY_ORDER))
          .reversed();

  private final boolean tracked;
  private final Map<String, TemplateScope> templates = new HashMap<>();

  private ChartScopes(boolean tracked) {
    this.tracked = tracked;
  }

  /**
   * A template of a release.
   *
   * @param name as Helm has it: the path of the chart, then that in the chart
   * @param basePath {@code .Template.BasePath}
   * @param enabled what lets the chart take part
   */
  record TemplateScope(
      String name, EnabledChart chart, ChartFile file, String basePath, ChartSwitch enabled) {

    /** Whether the file only lends named templates. */
    boolean isPartial() {
      return baseName(name).startsWith("_");
    }
  }

  /**
   * The templates in the order in which they are parsed and run.
   *
   * @param values the root of the values
   * @param tracked whether origins are wanted
   */
  static List<TemplateScope> of(EnabledChart chart, ValuesNode values, boolean tracked) {
    ChartScopes scopes = new ChartScopes(tracked);
    scopes.add(chart, values, ChartSwitch.NONE);
    return scopes.templates.values().stream().sorted(ORDER).toList();
  }

  static String baseName(String path) {
    return path.substring(path.lastIndexOf('/') + 1);
  }

  private static int depth(String name) {
    int depth = 0;
    for (int at = name.indexOf('/'); at >= 0; at = name.indexOf('/', at + 1)) {
      depth++;
    }
    return depth;
  }

  private void add(EnabledChart chart, @Nullable ValuesNode values, ChartSwitch enabled) {
    for (EnabledChart subchart : chart.subcharts()) {
      ChartSwitch inner = tracked ? enabled.of(subchart, values) : enabled;
      add(subchart, valuesOf(subchart, values), inner);
    }
    for (ChartFile file : chart.chart().templates()) {
      if (!isLibrary(chart) || baseName(file.name()).startsWith("_")) {
        String name = chart.fullPath() + "/" + file.name();
        templates.put(
            name, new TemplateScope(name, chart, file, chart.fullPath() + "/templates", enabled));
      }
    }
  }

  private static boolean isLibrary(EnabledChart chart) {
    return chart
        .chart()
        .metadata()
        .type()
        .filter(type -> type.value().equalsIgnoreCase("library"))
        .isPresent();
  }

  /**
   * Helm looks the name of a subchart up as a path, so that of a chart with a dot in it finds
   * nothing.
   */
  private static @Nullable ValuesNode valuesOf(EnabledChart subchart, @Nullable ValuesNode parent) {
    ValuesNode found = parent == null ? null : parent.at(subchart.name());
    return found != null && found.value() instanceof MapValue ? found : null;
  }
}
