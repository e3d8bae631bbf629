package dev.plimsoll.cli;

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
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Judges JSON by a JSON schema. */
final class JsonSchemas {

  private JsonSchemas() {}

  /** What is wrong with an object. */
  static List<String> judge(String json, String schema) {
    SourceFile report = new SourceFile("report.json", json);
    List<Diagnostic> diagnostics = new ArrayList<>();
    MapValue root =
        LayerReader.read(
                YamlParser.parse(report),
                new Layer(Layer.Kind.VALUES_FILE, report),
                HelmVersion.NEWEST,
                diagnostics::add)
            .root();
    SchemaScope scope =
        new SchemaScope("report", Optional.of(new SourceFile("schema.json", schema)), List.of());
    SchemaVerdict verdict = new ValuesSchemaValidator().validate(scope, root);
    diagnostics.addAll(verdict.diagnostics());
    assertThat(verdict.notChecked()).isEmpty();
    return diagnostics.stream().map(Diagnostic::message).toList();
  }
}
