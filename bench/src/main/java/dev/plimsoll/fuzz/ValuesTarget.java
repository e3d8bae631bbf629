package dev.plimsoll.fuzz;

import dev.plimsoll.origin.Layer;
import dev.plimsoll.source.SourceFile;
import dev.plimsoll.values.HelmVersion;
import dev.plimsoll.values.LayerReader;
import dev.plimsoll.yaml.GoYamlError;
import dev.plimsoll.yaml.YamlFile;
import dev.plimsoll.yaml.YamlParser;
import java.nio.charset.StandardCharsets;

/** Any text is a values file: it is read within bounds, or refused with its places. */
public final class ValuesTarget {

  private ValuesTarget() {}

  /** Called by the fuzzer with each input. */
  public static void fuzzerTestOneInput(byte[] input) {
    String text = new String(input, StandardCharsets.UTF_8);
    SourceFile file = new SourceFile("values.yaml", text);
    YamlFile yaml = YamlParser.parse(file);
    yaml.problems()
        .forEach(problem -> {
          if (problem.span().end() > text.length() || problem.message().isEmpty()) {
            throw new IllegalStateException("No place or no words: " + problem);
          }
        });
    if (GoYamlError.of(text).isPresent() && yaml.problems().isEmpty()) {
      throw new IllegalStateException("Go's words for a text that is read");
    }
    Layer layer = new Layer(Layer.Kind.VALUES_FILE, file);
    LayerReader.read(yaml, layer, HelmVersion.NEWEST, _ -> {});
  }
}
