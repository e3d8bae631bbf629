package dev.plimsoll.helmfile;

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

/**
 * What {@code helmfile build} prints of a state file, without what stands there for every file
 * alike: names of binaries, and fields of {@code helmDefaults} that nobody said.
 */
final class BuildText {

  /** What helmfile writes itself, or has used up: release templates are in the releases. */
  private static final List<String> LEFT_OUT =
      List.of("filepath", "helmBinary", "kustomizeBinary", "templates", "chartPath", "inherit");

  private BuildText() {}

  /** What was loaded, as helmfile would print it. */
  static String of(StateFile state, List<HelmfileRelease> releases) {
    List<Value> built = new ArrayList<>();
    for (HelmfileRelease release : releases) {
      if (release.state().equals(state)) {
        Map<String, Value> labels = new LinkedHashMap<>();
        release.labels().forEach((name, text) -> labels.put(name, text(text)));
        built.add(Nodes.with(release.spec(), "labels", Nodes.map(labels, Nodes.EMPTY.origin())));
      }
    }
    MapValue whole = Nodes.with(state.spec(), "releases", Nodes.list(built, Nodes.EMPTY.origin()));
    return text(Nodes.with(whole, "renderedvalues", state.values()));
  }

  /** What helmfile printed. */
  static String of(MapValue printed) {
    return text(printed);
  }

  private static String text(MapValue whole) {
    Value defaults = said(Nodes.mapAt(whole, "helmDefaults"));
    MapValue plain = Nodes.with(whole, "helmDefaults", Nodes.isEmpty(defaults) ? null : defaults);
    return YamlPrinter.print(shown(plain), YamlDialect.V3);
  }

  private static MapValue said(MapValue fields) {
    Map<String, Value> said = new LinkedHashMap<>(fields.entries());
    said.values().removeIf(Nodes::isEmpty);
    return Nodes.map(said, fields.origin());
  }

  /** Without what is left out, and without lists and mappings that are empty. */
  private static Value shown(Value value) {
    return switch (value) {
      case MapValue map -> {
        Map<String, Value> entries = new LinkedHashMap<>();
        map.entries()
            .forEach((key, each) -> {
              boolean isEmpty = !(each instanceof ScalarValue) && Nodes.isEmpty(each);
              if (!isEmpty && !LEFT_OUT.contains(key)) {
                entries.put(key, shown(each));
              }
            });
        yield Nodes.map(entries, map.origin());
      }
      case ListValue list ->
          Nodes.list(list.items().stream().map(BuildText::shown).toList(), list.origin());
      case ScalarValue scalar -> scalar;
    };
  }

  private static Value text(String text) {
    return new ScalarValue(new GoScalar.Text(text), Nodes.EMPTY.origin(), List.of());
  }
}
