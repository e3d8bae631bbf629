package dev.plimsoll.helmfile;

import dev.plimsoll.origin.Layer;
import dev.plimsoll.source.SourceFile;
import dev.plimsoll.values.GoScalar;
import dev.plimsoll.values.HelmVersion;
import dev.plimsoll.values.LayerReader;
import dev.plimsoll.values.ListValue;
import dev.plimsoll.values.MapValue;
import dev.plimsoll.values.ScalarValue;
import dev.plimsoll.values.Value;
import dev.plimsoll.values.YamlDialect;
import dev.plimsoll.values.YamlPrinter;
import dev.plimsoll.yaml.YamlParser;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What {@code helmfile build} prints of a state file, without what stands there for every file
 * alike: names of binaries, and fields of {@code helmDefaults} that nobody said.
 */
public final class BuildText {

  /** What helmfile writes itself, or has used up: release templates are in the releases. */
  private static final List<String> LEFT_OUT =
      List.of("filepath", "helmBinary", "kustomizeBinary", "templates", "chartPath", "inherit");

  /** Helmfile writes these where nobody said them. */
  private static final List<String> WRITTEN_EMPTY = List.of("alias", "name");

  private BuildText() {}

  /**
   * A document of {@code helmfile build}.
   *
   * @param path of the state file, which helmfile says in a comment
   */
  public record Document(String path, MapValue root) {}

  /** What {@code helmfile build} printed, document by document. */
  public static List<Document> documents(String text) {
    List<Document> documents = new ArrayList<>();
    List<String> texts = List.of(text.split("(?m)^---\\n#  Source: ", -1));
    for (String document : texts.subList(1, texts.size())) {
      int end = document.indexOf('\n');
      SourceFile file = new SourceFile("build.yaml", document.substring(end));
      MapValue root =
          LayerReader.read(
                  YamlParser.parse(file),
                  new Layer(Layer.Kind.VALUES_FILE, file),
                  HelmVersion.NEWEST,
                  _ -> {})
              .root();
      documents.add(new Document(document.substring(0, end), root));
    }
    return documents;
  }

  /** What was loaded, as helmfile would print it. */
  public static String of(StateFile state, List<HelmfileRelease> releases) {
    List<Value> built = new ArrayList<>();
    for (HelmfileRelease release : releases) {
      if (release.state().equals(state)) {
        Map<String, Value> labels = new LinkedHashMap<>();
        release.labels().forEach((name, text) -> labels.put(name, text(text)));
        MapValue spec =
            Nodes.with(release.spec(), "labels", Nodes.map(labels, Nodes.EMPTY.origin()));
        // Helmfile writes whole ids, whatever was said.
        List<Value> needs = new ArrayList<>();
        release.needs().forEach(need -> needs.add(text(need.value())));
        if (!release.version().isEmpty()) {
          spec = Nodes.with(spec, "version", text(release.version()));
        }
        built.add(Nodes.with(spec, "needs", Nodes.list(needs, Nodes.EMPTY.origin())));
      }
    }
    MapValue whole = Nodes.with(state.spec(), "releases", Nodes.list(built, Nodes.EMPTY.origin()));
    return text(Nodes.with(whole, "renderedvalues", state.values()));
  }

  /** What helmfile printed. */
  public static String of(MapValue printed) {
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
              boolean isEmpty =
                  Nodes.isEmpty(each)
                      && (!(each instanceof ScalarValue) || WRITTEN_EMPTY.contains(key));
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
