package dev.plimsoll.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
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
    return JsonSchemas.judge(json, Files.readString(ROOT.resolve("docs/schema/check.schema.json")));
  }
}
