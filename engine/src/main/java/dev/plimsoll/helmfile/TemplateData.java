package dev.plimsoll.helmfile;

import dev.plimsoll.source.Located;
import dev.plimsoll.template.value.GoMap;
import dev.plimsoll.template.value.GoString;
import dev.plimsoll.template.value.GoValue;
import dev.plimsoll.template.value.Source;
import dev.plimsoll.template.value.Trace;
import dev.plimsoll.values.MapValue;
import dev.plimsoll.values.ScalarValue;
import java.util.LinkedHashMap;
import java.util.Map;

/** What templates of a helmfile see ({@code pkg/state/types.go}). */
final class TemplateData {

  private TemplateData() {}

  /** The data of a state file or of values of an environment. */
  static GoValue ofState(StateEnvironment environment, MapValue values, String namespace) {
    Map<String, GoValue> fields = new LinkedHashMap<>();
    fields.put("Environment", environment(environment));
    fields.put("Namespace", text(namespace, ".Namespace"));
    GoMap opened = StateView.open(values);
    fields.put("Values", opened);
    fields.put("StateValues", opened);
    return new StructObject("state.EnvironmentTemplateData", fields);
  }

  /**
   * The data of a release.
   *
   * @param release as far as it is resolved
   * @param state the state file's own settings
   */
  static GoValue ofRelease(
      StateEnvironment environment, MapValue values, MapValue state, MapValue release) {
    Map<String, GoValue> own = new LinkedHashMap<>();
    own.put("Name", field(release, "name"));
    own.put("Namespace", field(release, "namespace"));
    own.put("Labels", labels(release));
    own.put("Chart", field(release, "chart"));
    own.put("ChartVersion", field(release, "version"));
    own.put("KubeContext", field(release, "kubeContext"));
    Map<String, GoValue> fields = new LinkedHashMap<>();
    fields.put("Environment", environment(environment));
    fields.put("Release", new StructObject("state.releaseTemplateDataRelease", own));
    GoMap opened = StateView.open(values);
    fields.put("Values", opened);
    fields.put("StateValues", opened);
    fields.put("KubeContext", field(state, "kubeContext"));
    fields.put("Namespace", field(state, "namespace"));
    fields.put("Chart", field(state, "chart"));
    return new StructObject("state.releaseTemplateData", fields);
  }

  private static GoValue environment(StateEnvironment environment) {
    Map<String, GoValue> fields = new LinkedHashMap<>();
    fields.put("Name", text(environment.name(), ".Environment.Name"));
    fields.put(
        "KubeContext",
        text(environment.kubeContext().map(Located::value).orElse(""), ".Environment.KubeContext"));
    fields.put("Values", StateView.open(environment.shown()));
    fields.put("Defaults", StateView.open(environment.defaults()));
    fields.put("CLIOverrides", StateView.open(environment.overrides()));
    return new StructObject("environment.Environment", fields);
  }

  private static GoValue labels(MapValue release) {
    GoMap labels =
        new GoMap(new java.util.HashMap<>(), "map[string]string", Trace.NONE, _ -> Trace.NONE);
    Nodes.mapAt(release, "labels")
        .entries()
        .forEach((key, value) -> labels.put(key, StateView.open(value)));
    return labels;
  }

  private static GoValue field(MapValue map, String key) {
    return map.entries().get(key) instanceof ScalarValue scalar
        ? StateView.open(scalar)
        : GoString.EMPTY;
  }

  private static GoValue text(String text, String path) {
    return GoString.computed(text, Trace.of(new Source.BuiltIn(path)));
  }
}
