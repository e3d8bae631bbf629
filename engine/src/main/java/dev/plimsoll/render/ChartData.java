package dev.plimsoll.render;

import dev.plimsoll.chart.EnabledChart;
import dev.plimsoll.template.function.FunctionTable;
import dev.plimsoll.template.value.GoBool;
import dev.plimsoll.template.value.GoInt;
import dev.plimsoll.template.value.GoMap;
import dev.plimsoll.template.value.GoString;
import dev.plimsoll.template.value.GoValue;
import dev.plimsoll.template.value.ReadRecorder;
import dev.plimsoll.template.value.Source;
import dev.plimsoll.template.value.Source.ValuesNode;
import dev.plimsoll.template.value.Trace;
import dev.plimsoll.template.value.ValuesView;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.stream.Stream;

/**
 * What the templates of one render see as dot: {@code allTemplates} of Helm's engine.
 *
 * <p>The templates of one chart share dot, and the values of a subchart are the map under its name
 * in the values of its parent: what one template sets, others see.
 */
final class ChartData {

  /** The key under which dot says which template it is for. */
  static final String TEMPLATE = "Template";

  private final RenderOptions options;
  private final FilesYaml filesYaml;
  private final ReadRecorder recorder;
  private final GoMap values;
  private final GoMap release;
  private final GoValue capabilities;
  private final IdentityHashMap<EnabledChart, GoMap> dots = new IdentityHashMap<>();
  private boolean isWhole = true;

  /**
   * @param root of the values
   * @param recorder notes what templates look at in the values and in {@code .Release}
   */
  ChartData(
      EnabledChart chart,
      ValuesNode root,
      RenderOptions options,
      FunctionTable functions,
      ReadRecorder recorder) {
    this.options = options;
    this.recorder = recorder;
    this.filesYaml = new FilesYaml(options.helm(), functions, options.tracked());
    this.release = release();
    this.capabilities = CapabilitiesObject.of(options.capabilities(), options.tracked());
    this.values = new ValuesView(options.tracked()).open(root, recorder);
    recorder.observe(release);
    add(chart, values, true);
    dots.values().forEach(dot -> recorder.guardDot(dot, TEMPLATE));
  }

  /** What templates of a chart see as dot, but for {@code .Template}. */
  GoMap dot(EnabledChart chart) {
    GoMap dot = dots.get(chart);
    if (dot == null) {
      throw new IllegalArgumentException("No chart of this render: " + chart.fullPath());
    }
    return dot;
  }

  /** What the recorder has noted of the template that ran last. */
  TemplateMemory.Reads reads() {
    return new TemplateMemory.Reads(recorder.reads(values), recorder.reads(release));
  }

  /** Whether everything that templates can look at is observed. */
  boolean isWhole() {
    return isWhole;
  }

  private GoMap add(EnabledChart chart, GoMap chartValues, boolean isRoot) {
    Trace none = Trace.NONE;
    GoMap data = new GoMap(new HashMap<>(), GoMap.ANY, none, _ -> none);
    GoMap subcharts = new GoMap(none);
    data.put("Chart", ChartObject.of(chart, isRoot, options.helm(), options.tracked()));
    data.put(
        "Files",
        FilesObject.of(
            Stream.concat(chart.chart().files().stream(), chart.chart().crds().stream()).toList(),
            filesYaml));
    data.put("Release", release);
    data.put("Capabilities", capabilities);
    data.put("Values", chartValues.named(GoTypeNames.values(options.helm())));
    data.put("Subcharts", subcharts);
    for (EnabledChart subchart : chart.subcharts()) {
      subcharts.put(subchart.name(), add(subchart, valuesOf(subchart, chartValues), false));
    }
    dots.put(chart, data.named(GoTypeNames.values(options.helm())));
    return data;
  }

  /** Helm looks the name up as a path, so that of a chart with a dot in it finds nothing. */
  private GoMap valuesOf(EnabledChart subchart, GoMap parent) {
    GoMap at = parent;
    for (String key : subchart.name().split("\\.", -1)) {
      if (!(at.get(key) instanceof GoMap next)) {
        isWhole = false;
        return new GoMap(Trace.NONE);
      }
      at = next;
    }
    return at;
  }

  private GoMap release() {
    GoMap map = new GoMap(Trace.NONE);
    options.release().fields().forEach((name, value) -> map.put(name, field(value, trace(name))));
    return map;
  }

  private GoValue field(Object value, Trace trace) {
    return switch (value) {
      case Boolean flag -> new GoBool(flag, trace);
      case Integer number -> GoInt.of(number, trace);
      default -> {
        String text = value.toString();
        yield options.tracked() ? GoString.computed(text, trace) : GoString.of(text);
      }
    };
  }

  private Trace trace(String name) {
    return options.tracked() ? Trace.of(new Source.BuiltIn(".Release." + name)) : Trace.NONE;
  }
}
