package dev.plimsoll.template.function;

import dev.plimsoll.origin.Layer;
import dev.plimsoll.source.SourceFile;
import dev.plimsoll.template.value.GoMap;
import dev.plimsoll.template.value.GoString;
import dev.plimsoll.template.value.GoValue;
import dev.plimsoll.template.value.Run;
import dev.plimsoll.template.value.Source;
import dev.plimsoll.template.value.TracedText;
import dev.plimsoll.template.value.ValuesView;
import dev.plimsoll.values.HelmVersion;
import dev.plimsoll.values.LayerReader;
import dev.plimsoll.values.MapValue;
import dev.plimsoll.yaml.YamlParser;
import java.util.List;
import java.util.Objects;

/** Calls functions without templates around them. */
final class Calls {

  private final FunctionTable table;

  Calls(List<TemplateFunction> family) {
    this.table = new FunctionTable(family);
  }

  GoValue call(FunctionContext context, String name, GoValue... arguments) {
    TemplateFunction function =
        Objects.requireNonNull(table.get(name), () -> "no function " + name);
    return function.body().call(context, List.of(arguments));
  }

  /** The text that a function gives. */
  TracedText text(FunctionContext context, String name, GoValue... arguments) {
    return ((GoString) call(context, name, arguments)).content();
  }

  /** The effective values of one file. */
  static GoMap values(String yaml, boolean tracked) {
    Layer layer = new Layer(Layer.Kind.VALUES_FILE, new SourceFile("values.yaml", yaml));
    MapValue root =
        LayerReader.read(YamlParser.parse(layer.file()), layer, HelmVersion.NEWEST, problem -> {})
            .root();
    return new ValuesView(tracked).open(root);
  }

  /**
   * The runs of a text, a line each: {@code "characters" <- what they come from}, with {@code @}
   * and an offset where they stand there as they are.
   */
  static String origins(TracedText text) {
    StringBuilder lines = new StringBuilder();
    for (Run run : text.runs()) {
      String characters = text.text().substring(run.start(), run.end()).replace("\n", "\\n");
      lines.append('"').append(characters).append('"');
      run.trace().data().forEach(source -> lines.append(" <- ").append(name(source)));
      lines.append(run.isVerbatim() ? "@" + run.offset() : "").append('\n');
    }
    return lines.toString();
  }

  private static String name(Source source) {
    return switch (source) {
      case Source.ValuesNode node -> node.path().isEmpty() ? "." : node.path();
      case Source.ValuesKey key -> "key " + key.node().path();
      case Source.MissingKey missing -> "no " + missing.key();
      case Source.ChartText file -> file.file().path();
      case Source.BuiltIn builtIn -> builtIn.path();
      case Source.Environment environment -> environment.function();
    };
  }
}
