package dev.plimsoll.render;

import dev.plimsoll.chart.Chart;
import dev.plimsoll.chart.ChartDescription;
import dev.plimsoll.chart.ChartDescription.Maintainer;
import dev.plimsoll.chart.ChartMetadata;
import dev.plimsoll.chart.Dependency;
import dev.plimsoll.chart.EnabledChart;
import dev.plimsoll.render.GoStruct.Field;
import dev.plimsoll.render.GoStruct.Shape;
import dev.plimsoll.source.Located;
import dev.plimsoll.source.Location;
import dev.plimsoll.source.SourceFile;
import dev.plimsoll.template.value.GoBool;
import dev.plimsoll.template.value.GoList;
import dev.plimsoll.template.value.GoMap;
import dev.plimsoll.template.value.GoString;
import dev.plimsoll.template.value.GoValue;
import dev.plimsoll.template.value.Run;
import dev.plimsoll.template.value.Source;
import dev.plimsoll.template.value.TextBuilder;
import dev.plimsoll.template.value.Trace;
import dev.plimsoll.template.value.TracedText;
import dev.plimsoll.values.HelmVersion;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Makes {@code .Chart}: in Helm 3 a struct around {@code chart.Metadata}, in Helm 4 a map with the
 * names of its fields.
 */
final class ChartObject {

  private static final List<Field> METADATA =
      List.of(
          tagged("Name", "name"),
          tagged("Home", "home"),
          tagged("Sources", "sources"),
          tagged("Version", "version"),
          tagged("Description", "description"),
          tagged("Keywords", "keywords"),
          tagged("Maintainers", "maintainers"),
          tagged("Icon", "icon"),
          tagged("APIVersion", "apiVersion"),
          tagged("Condition", "condition"),
          tagged("Tags", "tags"),
          tagged("AppVersion", "appVersion"),
          tagged("Deprecated", "deprecated"),
          tagged("Annotations", "annotations"),
          tagged("KubeVersion", "kubeVersion"),
          tagged("Dependencies", "dependencies"),
          tagged("Type", "type"),
          new Field("IsRoot"));

  private static final List<Field> MAINTAINER =
      List.of(tagged("Name", "name"), tagged("Email", "email"), tagged("URL", "url"));

  private static final List<Field> DEPENDENCY =
      List.of(
          new Field("Name", "name", false),
          tagged("Version", "version"),
          new Field("Repository", "repository", false),
          tagged("Condition", "condition"),
          tagged("Tags", "tags"),
          tagged("Enabled", "enabled"),
          tagged("ImportValues", "import-values"),
          tagged("Alias", "alias"));

  private final EnabledChart chart;
  private final HelmVersion helm;
  private final boolean tracked;
  private final Trace whole;

  private ChartObject(EnabledChart chart, HelmVersion helm, boolean tracked) {
    this.chart = chart;
    this.helm = helm;
    this.tracked = tracked;
    this.whole = trace(chart.chart().chartYaml().source());
  }

  static GoValue of(EnabledChart chart, boolean isRoot, HelmVersion helm, boolean tracked) {
    return new ChartObject(chart, helm, tracked).make(isRoot);
  }

  private static Field tagged(String name, String jsonName) {
    return new Field(name, jsonName, true);
  }

  private GoValue make(boolean isRoot) {
    Chart declared = chart.chart();
    ChartMetadata metadata = declared.metadata();
    ChartDescription description = declared.description();
    List<GoValue> values =
        List.of(
            name(),
            text(description.home()),
            texts(description.sources()),
            text(metadata.version()),
            text(description.description()),
            texts(description.keywords()),
            maintainers(description.maintainers()),
            text(metadata.icon()),
            apiVersion(metadata),
            text(description.condition()),
            text(description.tags()),
            text(metadata.appVersion()),
            new GoBool(metadata.deprecated().map(Located::value).orElse(false), whole),
            annotations(description.annotations()),
            text(metadata.kubeVersion()),
            dependencies(metadata.dependencies()),
            text(metadata.type()),
            new GoBool(isRoot, whole));
    return object("struct { chart.Metadata; IsRoot bool }", METADATA, values);
  }

  /** The alias, if the chart has one. */
  private GoValue name() {
    Located<String> own = chart.chart().metadata().name();
    Optional<Located<String>> alias =
        chart
            .dependency()
            .flatMap(Dependency::alias)
            .filter(found -> chart.name().equals(found.value()));
    return text(alias.or(() -> Optional.of(new Located<>(chart.name(), own.location()))));
  }

  /** A chart without one is of the first version, as in Helm 2. */
  private GoValue apiVersion(ChartMetadata metadata) {
    return metadata
        .apiVersion()
        .filter(found -> !found.value().isEmpty())
        .map(found -> text(Optional.of(found)))
        .orElseGet(() -> GoString.computed("v1", whole));
  }

  private GoValue maintainers(List<Maintainer> maintainers) {
    List<GoValue> found = new ArrayList<>(maintainers.size());
    for (Maintainer maintainer : maintainers) {
      found.add(
          object(
              "*chart.Maintainer",
              MAINTAINER,
              List.of(text(maintainer.name()), text(maintainer.email()), text(maintainer.url()))));
    }
    return list(found, "[]*chart.Maintainer");
  }

  /** Those whose chart takes part: Helm forgets the others, and calls each by its alias. */
  private GoValue dependencies(List<Dependency> declared) {
    List<GoValue> found = new ArrayList<>();
    for (Dependency dependency : declared) {
      boolean enabled =
          chart.subcharts().stream()
              .anyMatch(subchart -> subchart.name().equals(dependency.valuesKey()));
      if (enabled) {
        found.add(dependency(dependency));
      }
    }
    return list(found, "[]*chart.Dependency");
  }

  private GoValue dependency(Dependency dependency) {
    Optional<Located<String>> alias = dependency.alias().filter(found -> !found.value().isEmpty());
    return object(
        "*chart.Dependency",
        DEPENDENCY,
        List.of(
            text(alias.or(() -> Optional.of(dependency.name()))),
            text(dependency.version()),
            text(dependency.repository()),
            text(dependency.condition()),
            texts(dependency.tags()),
            new GoBool(true, whole),
            imports(dependency),
            text(alias)));
  }

  /** Helm turns each into a map from child to parent while it imports. */
  private GoValue imports(Dependency dependency) {
    List<GoValue> found = new ArrayList<>();
    for (Dependency.ImportValues entry : dependency.importValues()) {
      GoMap map = new GoMap(new HashMap<>(), "map[string]string", whole, _ -> whole);
      map.put("child", GoString.computed(entry.child(), whole));
      map.put("parent", GoString.computed(entry.parent(), whole));
      found.add(map);
    }
    return new GoList(found, whole);
  }

  private GoValue annotations(Map<String, Located<String>> annotations) {
    Map<String, GoValue> entries = HashMap.newHashMap(annotations.size());
    annotations.forEach((key, value) -> entries.put(key, text(Optional.of(value))));
    return new GoMap(entries, "map[string]string", whole, _ -> whole);
  }

  private GoValue texts(List<Located<String>> texts) {
    List<GoValue> found = new ArrayList<>(texts.size());
    for (Located<String> text : texts) {
      found.add(text(Optional.of(text)));
    }
    return list(found, GoList.STRINGS);
  }

  /** A slice: Helm 4 makes every slice one of anything. */
  private GoValue list(List<GoValue> items, String typeName) {
    return new GoList(items, helm.major() >= 4 ? GoList.ANY : typeName, whole);
  }

  private GoValue object(String typeName, List<Field> fields, List<GoValue> values) {
    if (helm.major() < 4) {
      return new GoStruct(new Shape(typeName, fields), values, whole);
    }
    Map<String, GoValue> entries = HashMap.newHashMap(fields.size());
    for (int i = 0; i < fields.size(); i++) {
      entries.put(fields.get(i).name(), values.get(i));
    }
    return new GoMap(entries, GoMap.ANY, whole, _ -> whole);
  }

  private GoValue text(Optional<Located<String>> text) {
    if (text.isEmpty()) {
      return tracked ? GoString.computed("", whole) : GoString.EMPTY;
    }
    String value = text.get().value();
    return new GoString(
        tracked ? traced(value, text.get().location()) : TracedText.untracked(value));
  }

  private TracedText traced(String text, Location location) {
    int at = location.file().text(location.span()).indexOf(text);
    int offset = at < 0 ? Run.COMPUTED : location.span().start() + at;
    return new TextBuilder().append(text, null, trace(location.file()), offset).build();
  }

  private Trace trace(SourceFile file) {
    return tracked ? Trace.of(new Source.ChartText(file)) : Trace.NONE;
  }
}
