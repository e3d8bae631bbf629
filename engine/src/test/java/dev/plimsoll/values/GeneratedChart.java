package dev.plimsoll.values;

import dev.plimsoll.diagnostic.Diagnostic;
import dev.plimsoll.origin.Layer;
import dev.plimsoll.source.SourceFile;
import dev.plimsoll.testkit.HelmOracle;
import dev.plimsoll.yaml.YamlParser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A chart of a generated case, which knows how to stand on disk for Helm and as a scope for us.
 * Every chart prints its values.
 *
 * @param values the text of {@code values.yaml}
 */
record GeneratedChart(String name, String values, List<GeneratedChart> subcharts) {

  void writeTo(Path folder) {
    write(folder.resolve("Chart.yaml"), "apiVersion: v2\nname: " + name + "\nversion: 0.1.0\n");
    write(folder.resolve("values.yaml"), values);
    write(folder.resolve("templates/probe.yaml"), HelmOracle.probe(name, "toJson .Values"));
    subcharts.forEach(subchart -> subchart.writeTo(folder.resolve("charts/" + subchart.name)));
  }

  /** The chart as coalescing sees it. Helm loads subcharts in the order of their folders. */
  ChartScope scope(HelmVersion version, List<Diagnostic> diagnostics) {
    Layer layer =
        new Layer(Layer.Kind.CHART_DEFAULTS, new SourceFile(name + "/values.yaml", values));
    LayerValues defaults =
        LayerReader.read(YamlParser.parse(layer.file()), layer, version, diagnostics::add);
    List<ChartScope> dependencies =
        subcharts.stream().map(subchart -> subchart.scope(version, diagnostics)).toList();
    return new ChartScope(name, defaults.root(), dependencies);
  }

  /** What the chart called {@code name} printed, by the key path of its values; the top is "". */
  SortedMap<String, String> probed(String rendered) {
    SortedMap<String, String> printed = new TreeMap<>();
    collect(rendered, "", printed);
    return printed;
  }

  private void collect(String rendered, String path, SortedMap<String, String> printed) {
    printed.put(path, HelmOracle.probed(rendered, name));
    for (GeneratedChart subchart : subcharts) {
      subchart.collect(
          rendered, path.isEmpty() ? subchart.name : path + "." + subchart.name, printed);
    }
  }

  static void write(Path file, String text) {
    try {
      Files.createDirectories(file.getParent());
      Files.writeString(file, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
