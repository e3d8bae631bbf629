package dev.plimsoll.helmfile;

import dev.plimsoll.origin.Layer;
import dev.plimsoll.origin.Origin;
import dev.plimsoll.source.FileContent;
import dev.plimsoll.source.Location;
import dev.plimsoll.source.SourceFile;
import dev.plimsoll.values.GoScalar;
import dev.plimsoll.values.HelmVersion;
import dev.plimsoll.values.JsonPrinter;
import dev.plimsoll.values.LayerValues;
import dev.plimsoll.values.ListValue;
import dev.plimsoll.values.MapValue;
import dev.plimsoll.values.ScalarValue;
import dev.plimsoll.values.UserValues;
import dev.plimsoll.values.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * {@code set} and {@code setString} as the options that helmfile makes of them. An option whose
 * name has no index is a layer like a file, with the origins of the helmfile.
 */
final class SetLayers {

  private final HelmfileRelease release;
  private final HelmVersion helm;
  private final Notes notes;
  private final List<LayerValues> files = new ArrayList<>();
  private final List<Layer> options = new ArrayList<>();

  SetLayers(HelmfileRelease release, HelmVersion helm, Notes notes) {
    this.release = release;
    this.helm = helm;
    this.notes = notes;
    MapValue spec = release.spec();
    Nodes.items(spec, "set").forEach(item -> add(item, Layer.Kind.SET));
    Nodes.items(spec, "setString").forEach(item -> add(item, Layer.Kind.SET_STRING));
    for (Value item : Nodes.items(spec, "env")) {
      notes.notChecked(
          item.origin().location(),
          "What `env` sets was not read: it takes values from environment variables.");
    }
  }

  List<LayerValues> files() {
    return files;
  }

  List<Layer> options() {
    return options;
  }

  private void add(Value item, Layer.Kind kind) {
    if (!(item instanceof MapValue set)) {
      return;
    }
    String name = escaped(Nodes.string(set, "name"));
    String value = Nodes.string(set, "value");
    List<Value> values = Nodes.items(set, "values");
    if (!value.isEmpty()) {
      option(kind, name + "=" + escaped(reference(value)), place(set, "value"), name);
    } else if (kind == Layer.Kind.SET && !Nodes.string(set, "file").isEmpty()) {
      String path = StatePaths.join(release.folder(), Nodes.string(set, "file"));
      options.add(new Layer(Layer.Kind.SET_FILE, new SourceFile("--set-file", name + "=" + path)));
    } else if (!values.isEmpty()) {
      List<String> texts = new ArrayList<>();
      values.forEach(each -> texts.add(escaped(text(each))));
      option(kind, name + "={" + String.join(",", texts) + "}", place(set, "values"), name);
    }
  }

  private static Location place(MapValue set, String key) {
    Value value = set.entries().get(key);
    return value == null ? Nodes.start(set) : value.origin().location();
  }

  private void option(Layer.Kind kind, String text, Location place, String name) {
    Layer layer = new Layer(kind, new SourceFile(kind.option(), text));
    if (name.indexOf('[') >= 0) {
      options.add(layer);
      return;
    }
    List<LayerValues> read =
        UserValues.merge(
                List.of(),
                List.of(layer),
                _ -> new FileContent.Missing(),
                helm,
                found ->
                    notes.report(
                        dev.plimsoll.diagnostic.Diagnostic.of(
                            found.rule(), place, found.message())))
            .layers();
    Origin at = Nodes.origin(place);
    for (LayerValues each : read) {
      if (placed(each.root(), at) instanceof MapValue root) {
        files.add(
            new LayerValues(
                new Layer(Layer.Kind.VALUES_FILE, place.file()), root, Optional.empty()));
      }
    }
  }

  private static Value placed(Value value, Origin at) {
    return switch (value) {
      case MapValue map -> {
        Map<String, Value> entries = new LinkedHashMap<>();
        map.entries().forEach((key, entry) -> entries.put(key, placed(entry, at)));
        yield Nodes.map(entries, at);
      }
      case ListValue list ->
          Nodes.list(list.items().stream().map(item -> placed(item, at)).toList(), at);
      case ScalarValue scalar -> new ScalarValue(scalar.content(), at, List.of());
    };
  }

  private static String reference(String value) {
    return Secrets.withoutReferences(value);
  }

  private static String text(Value value) {
    return value instanceof ScalarValue(GoScalar.Text(String text), _, _)
        ? reference(text)
        : JsonPrinter.print(value).strip();
  }

  private static String escaped(String text) {
    return text.replace("{", "\\{").replace("}", "\\}").replace(",", "\\,");
  }
}
