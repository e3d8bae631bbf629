package dev.plimsoll.values;

import dev.plimsoll.diagnostic.Diagnostic;
import dev.plimsoll.origin.Layer;
import dev.plimsoll.source.FileContent;
import dev.plimsoll.source.SourceFile;
import dev.plimsoll.yaml.YamlParser;
import java.util.ArrayList;
import java.util.List;

/** Layers from texts, with everything that was reported on the way. */
final class TestLayers {

  static final HelmVersion HELM_3 = new HelmVersion(3, 22, 0);
  static final HelmVersion HELM_4 = new HelmVersion(4, 3, 1);

  final HelmVersion version;
  final List<Diagnostic> diagnostics = new ArrayList<>();

  TestLayers(HelmVersion version) {
    this.version = version;
  }

  LayerValues file(String path, String text) {
    return read(Layer.Kind.VALUES_FILE, path, text);
  }

  ChartScope chart(String name, String values, ChartScope... subcharts) {
    MapValue defaults = read(Layer.Kind.CHART_DEFAULTS, name + "/values.yaml", values).root();
    return new ChartScope(name, defaults, List.of(subcharts));
  }

  UserValues user(List<LayerValues> files, Layer... options) {
    return UserValues.merge(
        files, List.of(options), TestLayers::content, version, diagnostics::add);
  }

  Coalesced coalesce(ChartScope chart, LayerValues... files) {
    return new Coalescer(version).coalesce(chart, user(List.of(files)).values(), diagnostics::add);
  }

  /** What was reported: place, rule and message, one line each. */
  List<String> reported() {
    return diagnostics.stream()
        .map(found -> found.location() + " " + found.rule() + " " + found.message())
        .toList();
  }

  static Layer option(Layer.Kind kind, String argument) {
    return new Layer(kind, new SourceFile(kind.option(), argument));
  }

  /** {@code path:line:column text}, of the value itself. */
  static String place(Value value) {
    return value.origin().location()
        + " "
        + value.origin().layer().file().text(value.origin().span());
  }

  static Value at(Value root, String path) {
    return ValuePath.parse(path).orElseThrow().in(root).orElseThrow();
  }

  private LayerValues read(Layer.Kind kind, String path, String text) {
    Layer layer = new Layer(kind, new SourceFile(path, text));
    return LayerReader.read(YamlParser.parse(layer.file()), layer, version, diagnostics::add);
  }

  private static FileContent content(String path) {
    return path.equals("missing")
        ? new FileContent.Missing()
        : new FileContent.Text(new SourceFile(path, "file:" + path));
  }
}
