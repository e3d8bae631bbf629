package dev.plimsoll.project;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.diagnostic.Diagnostic;
import dev.plimsoll.origin.Layer;
import dev.plimsoll.schema.SchemaScope;
import dev.plimsoll.schema.SchemaVerdict;
import dev.plimsoll.schema.ValuesSchemaValidator;
import dev.plimsoll.source.SourceFile;
import dev.plimsoll.values.HelmVersion;
import dev.plimsoll.values.LayerReader;
import dev.plimsoll.values.MapValue;
import dev.plimsoll.yaml.YamlParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A schema in {@code docs/schema}.
 *
 * @param name of its file
 */
record PublishedSchema(String name) {

  /** What the schema has to say of a text. */
  List<String> judge(SourceFile file) {
    List<Diagnostic> diagnostics = new ArrayList<>();
    MapValue root =
        LayerReader.read(
                YamlParser.parse(file),
                new Layer(Layer.Kind.VALUES_FILE, file),
                HelmVersion.NEWEST,
                diagnostics::add)
            .root();
    SchemaVerdict verdict =
        new ValuesSchemaValidator()
            .validate(new SchemaScope(name, Optional.of(schema()), List.of()), root);
    diagnostics.addAll(verdict.diagnostics());
    assertThat(verdict.notChecked()).isEmpty();
    return diagnostics.stream().map(Diagnostic::message).toList();
  }

  SourceFile schema() {
    Path path = Path.of(System.getProperty("plimsoll.root", ".."), "docs/schema", name);
    try {
      return new SourceFile(name, Files.readString(path));
    } catch (IOException e) {
      throw new AssertionError("The published schema is not there", e);
    }
  }
}
