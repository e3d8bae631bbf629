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
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Holds the JSON of {@code check} to the schema that is published for it. */
final class CheckSchemaTest {

  private static final Path ROOT = Path.of(System.getProperty("plimsoll.root"));

  @ParameterizedTest
  @ValueSource(strings = {"shop", "shop-at-risk", "first-look"})
  void theReportIsWhatTheSchemaSays(String estate) throws IOException {
    String json = CliRun.in(ROOT, "check", "fixtures/" + estate, "--format", "json").out();

    assertThat(judged(json)).isEmpty();
  }

  @Test
  void theSchemaIsStrict() throws IOException {
    String json = CliRun.in(ROOT, "check", "fixtures/first-look", "--format", "json").out();

    assertThat(judged(json.replace("\"fingerprint\"", "\"fingerPrint\""))).isNotEmpty();
    assertThat(judged(json.replace("\"error\"", "\"fatal\""))).isNotEmpty();
  }

  /** What the schema says of a report. */
  static List<String> judged(String json) throws IOException {
    SourceFile report = new SourceFile("report.json", json);
    SourceFile schema =
        new SourceFile(
            "check.schema.json", Files.readString(ROOT.resolve("docs/schema/check.schema.json")));
    List<Diagnostic> diagnostics = new ArrayList<>();
    MapValue root =
        LayerReader.read(
                YamlParser.parse(report),
                new Layer(Layer.Kind.VALUES_FILE, report),
                HelmVersion.NEWEST,
                diagnostics::add)
            .root();
    SchemaVerdict verdict =
        new ValuesSchemaValidator()
            .validate(new SchemaScope("report", Optional.of(schema), List.of()), root);
    diagnostics.addAll(verdict.diagnostics());
    assertThat(verdict.notChecked()).isEmpty();
    return diagnostics.stream().map(Diagnostic::message).toList();
  }
}
