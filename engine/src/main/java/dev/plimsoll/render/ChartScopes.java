package dev.plimsoll.render;

import dev.plimsoll.chart.ChartFile;
import dev.plimsoll.chart.EnabledChart;
import dev.plimsoll.template.function.FunctionTable;
import dev.plimsoll.template.value.GoBool;
import dev.plimsoll.template.value.GoInt;
import dev.plimsoll.template.value.GoMap;
import dev.plimsoll.template.value.GoString;
import dev.plimsoll.template.value.GoValue;
import dev.plimsoll.template.value.Source;
import dev.plimsoll.template.value.Trace;
import dev.plimsoll.template.value.ValuesView;
import dev.plimsoll.values.HelmVersion;
import dev.plimsoll.values.JsonPrinter;
import dev.plimsoll.values.MapValue;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Says which templates a release has, in Helm's order, and what each of them sees as dot: {@code
 * allTemplates} and {@code sortTemplates} of Helm's engine.
 *
 * <p>The templates of one chart share dot, and the values of a subchart are the map under its name
 * in the values of its parent: what one template sets, others see.
 */
final class ChartScopes {

  /** Deepest path first, and within one depth the last name first. */
  private static final Comparator<TemplateScope> ORDER =
      Comparator.comparingInt((TemplateScope scope) -> depth(scope.name()))
          .thenComparing(TemplateScope::name, JsonPrinter.KEY_ORDER)
          .reversed();

  private final RenderOptions options;
  private final FilesYaml filesYaml;
  private final GoValue release;
  private final GoValue capabilities;
  private final Map<String, TemplateScope> templates = new HashMap<>();

  private ChartScopes(RenderOptions options, FunctionTable functions) {
    this.options = options;
    this.filesYaml = new FilesYaml(options.helm(), functions, options.tracked());
    this.release = release();
    this.capabilities = CapabilitiesObject.of(options.capabilities(), options.tracked());
  }

  /**
   * A template of a release.
   *
   * @param name as Helm has it: the path of the chart, then that in the chart
   * @param basePath {@code .Template.BasePath}
   * @param data dot, but for {@code .Template}
   * @param enabled what lets the chart take part
   */
  record TemplateScope(
      String name,
      EnabledChart chart,
      ChartFile file,
      String basePath,
      GoMap data,
      ChartSwitch enabled) {

    /** Whether the file only lends named templates. */
    boolean isPartial() {
      return baseName(name).startsWith("_");
    }
  }

  /** The templates in the order in which they are parsed and run. */
  static List<TemplateScope> of(
      EnabledChart chart, MapValue values, RenderOptions options, FunctionTable functions) {
    ChartScopes scopes = new ChartScopes(options, functions);
    GoMap root = new ValuesView(options.tracked()).open(values);
    scopes.add(chart, root, true, ChartSwitch.NONE);
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

  private GoMap add(EnabledChart chart, GoMap values, boolean isRoot, ChartSwitch enabled) {
    HelmVersion helm = options.helm();
    Trace none = Trace.NONE;
    GoMap data = new GoMap(new HashMap<>(), GoMap.ANY, none, _ -> none);
    GoMap subcharts = new GoMap(none);
    data.put("Chart", ChartObject.of(chart, isRoot, helm, options.tracked()));
    data.put(
        "Files",
        FilesObject.of(
            Stream.concat(chart.chart().files().stream(), chart.chart().crds().stream()).toList(),
            filesYaml));
    data.put("Release", release);
    data.put("Capabilities", capabilities);
    data.put("Values", values.named(GoTypeNames.values(helm)));
    data.put("Subcharts", subcharts);
    for (EnabledChart subchart : chart.subcharts()) {
      ChartSwitch inner = options.tracked() ? enabled.of(subchart, values) : enabled;
      subcharts.put(subchart.name(), add(subchart, valuesOf(subchart, values), false, inner));
    }
    GoMap dot = data.named(GoTypeNames.values(helm));
    for (ChartFile file : chart.chart().templates()) {
      if (!isLibrary(chart) || baseName(file.name()).startsWith("_")) {
        String name = chart.fullPath() + "/" + file.name();
        templates.put(
            name,
            new TemplateScope(name, chart, file, chart.fullPath() + "/templates", dot, enabled));
      }
    }
    return data;
  }

  private static boolean isLibrary(EnabledChart chart) {
    return chart
        .chart()
        .metadata()
        .type()
        .filter(type -> type.value().equalsIgnoreCase("library"))
        .isPresent();
  }

  /** Helm looks the name up as a path, so that of a chart with a dot in it finds nothing. */
  private static GoMap valuesOf(EnabledChart subchart, GoMap parent) {
    GoMap at = parent;
    for (String key : subchart.name().split("\\.", -1)) {
      if (!(at.get(key) instanceof GoMap next)) {
        return new GoMap(Trace.NONE);
      }
      at = next;
    }
    return at;
  }

  private GoMap release() {
    ReleaseOptions from = options.release();
    GoMap map = new GoMap(Trace.NONE);
    map.put("Name", text(from.name(), "Name"));
    map.put("Namespace", text(from.namespace(), "Namespace"));
    map.put("IsUpgrade", new GoBool(from.isUpgrade(), trace("IsUpgrade")));
    map.put("IsInstall", new GoBool(!from.isUpgrade(), trace("IsInstall")));
    map.put("Revision", GoInt.of(from.revision(), trace("Revision")));
    map.put("Service", text("Helm", "Service"));
    return map;
  }

  private GoString text(String text, String name) {
    return options.tracked() ? GoString.computed(text, trace(name)) : GoString.of(text);
  }

  private Trace trace(String name) {
    return options.tracked() ? Trace.of(new Source.BuiltIn(".Release." + name)) : Trace.NONE;
  }
}
