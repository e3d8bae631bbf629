package dev.plimsoll.helmfile;

import dev.plimsoll.diagnostic.NearestName;
import dev.plimsoll.origin.Origin;
import dev.plimsoll.source.Located;
import dev.plimsoll.source.Location;
import dev.plimsoll.source.SourceFile;
import dev.plimsoll.source.Span;
import dev.plimsoll.template.value.GoValue;
import dev.plimsoll.values.GoScalar;
import dev.plimsoll.values.ListValue;
import dev.plimsoll.values.MapValue;
import dev.plimsoll.values.ScalarValue;
import dev.plimsoll.values.Value;
import dev.plimsoll.values.YamlDialect;
import dev.plimsoll.values.YamlPrinter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Resolves the releases of a state file ({@code state_exec_tmpl.go}, {@code release.go}): what they
 * inherit, defaults of the file, and their own templates, over and over until nothing changes.
 */
final class ReleaseTemplates {

  private static final int ROUNDS = 6;
  private static final Set<String> EXCEPT =
      Set.of("labels", "values", "valuesTemplate", "setTemplate", "set", "setString", "secrets");
  private static final List<String> TEXT_FIELDS = List.of("name", "chart", "namespace", "version");
  private static final List<String> BOOLEAN_TEMPLATES =
      List.of("waitTemplate", "installedTemplate", "conditionTemplate", "verifyTemplate");

  private final Workbench bench;
  private final StateFile state;

  ReleaseTemplates(Workbench bench, StateFile state) {
    this.bench = bench;
    this.state = state;
  }

  /** Every release of the file, resolved. */
  List<MapValue> resolve() throws StateFailure {
    List<MapValue> resolved = new ArrayList<>();
    for (Value item : Nodes.items(state.spec(), "releases")) {
      if (item instanceof MapValue release) {
        resolved.add(resolve(withDefaults(inherited(release))));
      }
    }
    return resolved;
  }

  private MapValue inherited(MapValue release) throws StateFailure {
    List<Value> own = Nodes.items(release, "inherit");
    List<Located<String>> defaults = Nodes.texts(state.spec(), "defaultInherit");
    if (defaults.isEmpty()) {
      return inherit(release, own, List.of());
    }
    List<Value> items = new ArrayList<>();
    List<String> named = new ArrayList<>();
    for (Value item : own) {
      if (item instanceof MapValue map && !Nodes.string(map, "template").isBlank()) {
        named.add(Nodes.string(map, "template").strip());
      }
    }
    for (Located<String> name : defaults) {
      String text = name.value().strip();
      if (!text.isEmpty() && !named.contains(text)) {
        named.add(text);
        Origin at = Nodes.origin(name.location());
        items.add(Nodes.map(Map.of("template", Nodes.text(text, at)), at));
      }
    }
    for (Value item : own) {
      if (item instanceof MapValue map && !Nodes.string(map, "template").isBlank()) {
        items.add(item);
      }
    }
    return inherit(release, items, List.of());
  }

  private MapValue inherit(MapValue release, List<Value> items, List<String> path)
      throws StateFailure {
    MapValue merged = Nodes.map(Map.of(), release.origin());
    for (Value item : items) {
      if (!(item instanceof MapValue inherit)) {
        continue;
      }
      Located<String> template = Nodes.textAt(inherit, "template").orElse(null);
      if (template == null) {
        return release;
      }
      merged =
          Mergo.APPEND.merge(merged, template(template, inherit, release, path), Shapes.RELEASE);
    }
    merged = Mergo.APPEND.merge(merged, release, Shapes.RELEASE);
    MapValue placed =
        new MapValue(merged.entries(), Map.of(), release.origin(), release.shadowed());
    return Nodes.with(placed, "inherit", null);
  }

  private MapValue template(
      Located<String> name, MapValue inherit, MapValue release, List<String> path)
      throws StateFailure {
    List<String> longer = new ArrayList<>(path);
    longer.add(name.value());
    if (path.contains(name.value())) {
      throw bench
          .notes()
          .fail(
              HelmfileRules.INVALID_INHERIT,
              name.location(),
              "The template inherits itself (`"
                  + String.join(" -> ", longer)
                  + "`), so helmfile stops.");
    }
    MapValue templates = Nodes.mapAt(state.spec(), "templates");
    if (!(templates.entries().get(name.value()) instanceof MapValue found)) {
      String meant =
          NearestName.of(name.value(), templates.entries().keySet())
              .map(near -> "; did you mean `" + near + "`?")
              .orElse(", so helmfile stops.");
      throw bench
          .notes()
          .fail(
              HelmfileRules.INVALID_INHERIT,
              name.location(),
              "`"
                  + Nodes.string(release, "name")
                  + "` inherits from a template `"
                  + name.value()
                  + "` that is not there"
                  + meant);
    }
    MapValue source = inherit(found, Nodes.items(found, "inherit"), longer);
    for (Located<String> except : Nodes.texts(inherit, "except")) {
      if (!EXCEPT.contains(except.value())) {
        throw bench
            .notes()
            .fail(
                HelmfileRules.INVALID_INHERIT,
                except.location(),
                "`except` cannot name `"
                    + except.value()
                    + "`: helmfile allows set, setString, setTemplate, values, valuesTemplate,"
                    + " secrets and labels, and stops.");
      }
      source = Nodes.with(source, except.value(), null);
    }
    return source;
  }

  private MapValue withDefaults(MapValue release) {
    MapValue spec = state.spec();
    MapValue result = release;
    if (Nodes.string(result, "kubeContext").isEmpty()) {
      Value context = Nodes.mapAt(spec, "helmDefaults").entries().get("kubeContext");
      result = context == null ? result : Nodes.with(result, "kubeContext", context);
    }
    Map<String, Value> labels = new LinkedHashMap<>(Nodes.mapAt(result, "labels").entries());
    labels.putAll(Nodes.mapAt(spec, "commonLabels").entries());
    result = Nodes.with(result, "labels", Nodes.map(labels, result.origin()));
    for (String key : List.of("apiVersions", "kubeVersion")) {
      Value common = spec.entries().get(key);
      if (common != null && Nodes.isEmpty(result.entries().get(key))) {
        result = Nodes.with(result, key, common);
      }
    }
    return result;
  }

  private MapValue resolve(MapValue release) throws StateFailure {
    MapValue before = release;
    for (int round = 0; round < ROUNDS; round++) {
      MapValue now = execute(release, before);
      if (round > 0 && Nodes.same(before, now)) {
        MapValue done = withFlags(now);
        checkChart(done);
        return done;
      }
      before = now;
    }
    throw bench
        .notes()
        .fail(
            HelmfileRules.TEMPLATE_ERROR,
            Nodes.keyPlace(release, "name"),
            "The templates of this release never come to an end: each round changes it again, so"
                + " helmfile stops.");
  }

  private void checkChart(MapValue release) throws StateFailure {
    if (Nodes.string(release, "chart").isEmpty()) {
      throw bench
          .notes()
          .fail(
              HelmfileRules.INVALID_HELMFILE,
              Nodes.start(release),
              "The release `"
                  + Nodes.string(release, "name")
                  + "` has no `chart`, so helmfile stops.");
    }
  }

  /** One round: {@code release} with its templates run over what the round before has made. */
  private MapValue execute(MapValue release, MapValue seen) throws StateFailure {
    Run run = new Run(seen);
    Map<String, Value> result = new LinkedHashMap<>(release.entries());
    for (String field : TEXT_FIELDS) {
      result.computeIfPresent(field, (key, value) -> run.quietly(value, true));
    }
    for (String field : BOOLEAN_TEMPLATES) {
      result.computeIfPresent(field, (key, value) -> run.quietly(value, false));
    }
    for (String field : List.of("postRendererArgs", "needs", "secrets")) {
      result.computeIfPresent(field, (key, value) -> run.items(value));
    }
    result.computeIfPresent("labels", (key, value) -> run.entries(value));
    List<Value> values = new ArrayList<>();
    for (Value item : Nodes.items(release, "valuesTemplate")) {
      values.add(item instanceof MapValue map ? run.inlineValues(map) : run.quietly(item, false));
    }
    if (!values.isEmpty()) {
      result.put("valuesTemplate", Nodes.list(values, at(release, "valuesTemplate")));
    }
    for (Value item : Nodes.items(release, "values")) {
      values.add(run.quietly(item, false));
    }
    if (!values.isEmpty()) {
      result.put("values", Nodes.list(values, at(release, "values")));
    }
    List<Value> set = new ArrayList<>();
    for (Value item : Nodes.items(release, "setTemplate")) {
      set.add(run.deep(item));
    }
    if (!set.isEmpty()) {
      result.put("setTemplate", Nodes.list(set, at(release, "setTemplate")));
      set.addAll(Nodes.items(release, "set"));
      result.put("set", Nodes.list(set, at(release, "set")));
    }
    if (run.failure != null) {
      throw run.failure;
    }
    return new MapValue(result, Map.of(), release.origin(), release.shadowed());
  }

  private static Origin at(MapValue release, String key) {
    Value value = release.entries().get(key);
    return value == null ? release.origin() : value.origin();
  }

  /** {@code updateBoolTemplatedValues}: the fields that templates give as text. */
  private MapValue withFlags(MapValue release) throws StateFailure {
    MapValue result = release;
    for (String field : BOOLEAN_TEMPLATES) {
      if (release.entries().get(field)
          instanceof ScalarValue(GoScalar.Text(String text), var at, _)) {
        String name = field.substring(0, field.length() - "Template".length());
        String plain = text.strip();
        Boolean old = GoYaml3.oldBoolean(plain);
        GoScalar resolved = plain.isEmpty() ? new GoScalar.Nil() : GoYaml3.resolve(plain);
        if (!(resolved instanceof GoScalar.Bool)
            && old == null
            && !(resolved instanceof GoScalar.Nil)) {
          throw bench
              .notes()
              .fail(
                  HelmfileRules.WRONG_TYPE,
                  at.location(),
                  "`" + field + "` must come to true or false, so helmfile stops.");
        }
        boolean flag =
            resolved instanceof GoScalar.Bool(boolean value) ? value : old != null && old;
        GoScalar content =
            name.equals("condition")
                ? new GoScalar.Text(Boolean.toString(flag))
                : new GoScalar.Bool(flag);
        result =
            Nodes.with(
                Nodes.with(result, field, null), name, new ScalarValue(content, at, List.of()));
      }
    }
    return result;
  }

  /** The templates of one round. */
  private final class Run {

    private final MapValue seen;
    private @Nullable GoValue data;
    @Nullable StateFailure failure;

    Run(MapValue seen) {
      this.seen = seen;
    }

    /** What all templates of the round see: what one sets, the next ones find. */
    private GoValue data() {
      GoValue known = data;
      if (known == null) {
        known = TemplateData.ofRelease(state.environment(), state.values(), state.spec(), seen);
        data = known;
      }
      return known;
    }

    Value quietly(Value value, boolean strips) {
      if (!(value instanceof ScalarValue(GoScalar.Text(String text), Origin at, _))) {
        return value;
      }
      if (text.contains("{{") && failure == null) {
        try {
          StateText rendered = render(text, at);
          String made = rendered.source().text();
          String content = strips ? made.strip() : made;
          Location place =
              made.isBlank()
                  ? at.location()
                  : rendered.locateText(new Span(made.indexOf(made.strip()), made.length()));
          return Nodes.text(content, new Origin(Nodes.origin(place).layer(), null, place.span()));
        } catch (StateFailure e) {
          failure = e;
        }
      }
      return strips && !text.strip().equals(text) ? Nodes.text(text.strip(), at) : value;
    }

    private StateText render(String text, Origin at) throws StateFailure {
      StateTemplates templates = bench.templates();
      return templates.render(
          new StateText.Quoted(templates.source(at.location(), text), at.location()),
          state.folder(),
          data(),
          bench);
    }

    Value items(Value value) {
      return value instanceof ListValue list
          ? Nodes.list(
              list.items().stream().map(item -> quietly(item, false)).toList(), list.origin())
          : value;
    }

    Value entries(Value value) {
      if (!(value instanceof MapValue map)) {
        return value;
      }
      Map<String, Value> entries = new LinkedHashMap<>();
      map.entries().forEach((key, entry) -> entries.put(key, quietly(entry, false)));
      return Nodes.map(entries, map.origin());
    }

    Value deep(Value value) {
      return switch (value) {
        case MapValue map -> {
          Map<String, Value> entries = new LinkedHashMap<>();
          map.entries().forEach((key, entry) -> entries.put(key, deep(entry)));
          yield Nodes.map(entries, map.origin());
        }
        case ListValue list ->
            Nodes.list(list.items().stream().map(this::deep).toList(), list.origin());
        case ScalarValue scalar -> quietly(scalar, false);
      };
    }

    /** Inline values of {@code valuesTemplate}: written as YAML, rendered, and read again. */
    Value inlineValues(MapValue map) {
      String yaml = YamlPrinter.print(map, YamlDialect.V3);
      if (!yaml.contains("{{") || failure != null) {
        return map;
      }
      try {
        SourceFile file = map.origin().layer().file();
        StateText written =
            new StateText.Printed(new SourceFile(file.path(), yaml), Nodes.start(map));
        StateText rendered = bench.templates().render(written, state.folder(), data(), bench);
        return bench.values(rendered);
      } catch (StateFailure e) {
        failure = e;
        return map;
      }
    }
  }
}
