package dev.plimsoll.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What other programs read of a check. */
final class ReportFormatsTest {

  private static final Path ROOT = Path.of(System.getProperty("plimsoll.root"));

  @TempDir private Path here;

  @ParameterizedTest
  @ValueSource(strings = {"shop", "shop-at-risk", "first-look", "fleet"})
  void sarifIsWhatItsSchemaSays(String estate) throws IOException {
    String sarif = CliRun.in(ROOT, "check", "fixtures/" + estate, "--format", "sarif").out();

    assertThat(JsonSchemas.judge(sarif, sarifSchema())).isEmpty();
    assertThat(JsonSchemas.judge(sarif.replace("\"runs\"", "\"run\""), sarifSchema())).isNotEmpty();
  }

  @Test
  void sarifSaysWhatTheTextSays() {
    String sarif = CliRun.in(ROOT, "check", "fixtures/first-look", "--format", "sarif").out();
    JsonNode run = JsonMapper.shared().readTree(sarif).at("/runs/0");

    assertThat(run.at("/columnKind").asString()).isEqualTo("unicodeCodePoints");
    assertThat(run.at("/results/3/ruleId").asString()).isEqualTo("values-type-mismatch");
    assertThat(run.at("/results/3").toString())
        .contains("\"uri\":\"fixtures/first-look/environments/prod/values.yaml\"")
        .contains("\"startLine\":5,\"startColumn\":9,\"endLine\":5,\"endColumn\":15")
        .contains("\"uri\":\"fixtures/first-look/charts/shop/values.yaml\"")
        .contains("\"plimsoll/v1\":")
        .contains("\"insertedContent\":{\"text\":\"8080\"}");
    assertThat(run.at("/tool/driver/rules").toString())
        .contains("\"helpUri\":\"https://plimsoll.dev/rules/values-type-mismatch\"");
  }

  @Test
  void sarifHasWhatIsAcceptedAndWhatWasNotChecked() {
    String sarif = CliRun.in(ROOT, "check", "fixtures/shop-at-risk", "--format", "sarif").out();

    assertThat(sarif)
        .contains("\"status\" : \"accepted\"")
        .contains("\"toolExecutionNotifications\" : [\n")
        .contains("Not checked: ");
  }

  @Test
  void gitlabEntriesHaveFingerprintsOfTheirOwn() {
    String json = CliRun.in(ROOT, "check", "fixtures/shop-at-risk", "--format", "gitlab").out();
    JsonNode entries = JsonMapper.shared().readTree(json);

    assertThat(entries)
        .isNotEmpty()
        .allSatisfy(entry ->
            assertThat(entry.propertyNames())
                .containsExactly(
                    "description", "check_name", "fingerprint", "severity", "location"));
    assertThat(entries)
        .extracting(entry -> entry.at("/fingerprint").asString())
        .doesNotHaveDuplicates();
  }

  @Test
  void gitlabSastNamesTheScanAndEachRule() {
    String json = CliRun.in(ROOT, "check", "fixtures/first-look", "--format", "gitlab-sast").out();

    assertThat(JsonMapper.shared().readTree(json).at("/scan").toString())
        .contains("\"type\":\"sast\",\"start_time\":\"2026-11-23T00:00:00\"")
        .contains("\"status\":\"success\"");
    assertThat(JsonMapper.shared().readTree(json).at("/vulnerabilities/1").toString())
        .contains("\"severity\":\"High\"")
        .contains("\"value\":\"unknown-values-key\"")
        .contains("\"file\":\"fixtures/first-look/environments/prod/values.yaml\"")
        .contains("\"start_line\":1");
  }

  @Test
  void severalReportsAreWrittenAtOnce() throws IOException {
    CliRun.write(here, "charts/a/Chart.yaml", "apiVersion: v2\nname: a\nversion: 1.0.0\n");
    CliRun.in(
        here,
        "check",
        "--report",
        "sarif=a.sarif",
        "--report",
        "junit=a.xml",
        "--report",
        "gitlab-sast=a.json");

    assertThat(Files.readString(here.resolve("a.sarif"))).contains("\"2.1.0\"");
    assertThat(Files.readString(here.resolve("a.xml"))).contains("<testsuites");
    assertThat(Files.readString(here.resolve("a.json"))).contains("vulnerabilities");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"text", "sarif", "junit", "github", "gitlab", "gitlab-sast", "markdown", "html"})
  void secretsInClearTextAreInNoReport(String format) throws IOException {
    String json = CliRun.in(ROOT, "check", "fixtures/shop-at-risk", "--format", "json").out();
    List<String> secrets = new ArrayList<>();
    for (JsonNode diagnostic : JsonMapper.shared().readTree(json).at("/diagnostics")) {
      if (diagnostic.at("/rule").asString().equals("plaintext-secret")) {
        secrets.add(text(diagnostic.at("/location")).replace("\"", ""));
      }
    }
    String report = CliRun.in(ROOT, "check", "fixtures/shop-at-risk", "--format", format).out();

    assertThat(secrets).hasSize(4);
    assertThat(secrets).noneMatch(report::contains);
  }

  @Test
  void pageComparesTheValuesOfEnvironments() {
    String html = CliRun.in(ROOT, "check", "fixtures/shop", "--format", "html").out();

    assertThat(html)
        .contains(
            "{\"path\":\"image.tag\",\"of\":[[\"\\\"2.15.0-dev.41\\\"\","
                + "\"environments/dev/values.yaml:3\"]");
  }

  private static String text(JsonNode location) throws IOException {
    String line =
        Files.readAllLines(
                ROOT.resolve("fixtures/shop-at-risk").resolve(location.at("/file").asString()))
            .get(location.at("/range/start/line").asInt() - 1);
    return line.substring(
        location.at("/range/start/column").asInt() - 1,
        location.at("/range/end/column").asInt() - 1);
  }

  @Test
  void unknownFormatIsWrongUsageAndNamesThoseThatExist() {
    CliRun run = CliRun.in(here, "check", "--format", "pdf");

    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).contains("text, json, sarif, junit, github, gitlab");
  }

  private static String sarifSchema() throws IOException {
    try (InputStream in =
        ReportFormatsTest.class.getResourceAsStream("/sarif/sarif-schema-2.1.0.json")) {
      return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
