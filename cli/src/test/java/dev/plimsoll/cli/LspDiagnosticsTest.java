package dev.plimsoll.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.testkit.LspClient;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The diagnostics that the server sends, and those that it is asked for. */
final class LspDiagnosticsTest extends LspChartBench {

  @Test
  @Tag("packaged")
  void typedMistakeIsReportedWithItsChainAndWhatItAffects() {
    try (LspRun run =
        LspRun.in(
            folder,
            "{\"textDocument\": {\"publishDiagnostics\": {\"relatedInformation\": true}}}")) {
      String values = uri("environments/prod/values.yaml");
      run.client().open(values, "yaml", "replicas: 3\n");
      run.client().edit(values, 0, 10, 0, 11, "three");

      JsonNode diagnostic =
          run.client().diagnostics(values).stream()
              .filter(each -> each.path("code").asString("").equals("values-type-mismatch"))
              .findFirst()
              .orElseThrow();
      assertThat(diagnostic.path("range").toString())
          .isEqualTo(
              "{\"start\":{\"line\":0,\"character\":10},\"end\":{\"line\":0,\"character\":15}}");
      assertThat(diagnostic.path("message").asString("")).endsWith("\nAffects web in prod.");
      assertThat(diagnostic.path("codeDescription").path("href").asString(""))
          .isEqualTo("https://plimsoll.dev/rules/values-type-mismatch");
      assertThat(diagnostic.path("relatedInformation").toString())
          .contains(uri("charts/web/values.yaml"), uri("charts/web/values.schema.json"));
    }
  }

  @Test
  void mistakeIsTakenBackWhenItIsUndone() {
    try (LspRun run = LspRun.in(folder, "{}")) {
      String values = uri("environments/prod/values.yaml");
      run.client().open(values, "yaml", "replicas: 3\n");
      run.client().replace(values, "replicas: three\n");
      assertThat(messages(run.client().diagnostics(values)))
          .anyMatch(message -> message.startsWith("values-type-mismatch"));
      run.client().replace(values, "replicas: 3\n");

      assertThat(messages(run.client().diagnostics(values)))
          .noneMatch(message -> message.startsWith("values-type-mismatch"));
    }
  }

  @Test
  @Tag("packaged")
  void columnsBehindCharactersOutsideTheBasicPlaneAreThoseOfTheEncoding() {
    String text = "\uD83D\uDE80\uD83D\uDE80: {replicas: 1, replicas: 2}\n";
    for (String encoding : List.of("utf-8", "utf-16", "utf-32")) {
      try (LspRun run =
          LspRun.in(folder, "{\"general\": {\"positionEncodings\": [\"" + encoding + "\"]}}")) {
        String values = uri("environments/prod/values.yaml");
        run.client().open(values, "yaml", text);

        int behindRockets = encoding.equals("utf-8") ? 8 : encoding.equals("utf-16") ? 4 : 2;
        assertThat(messages(run.client().diagnostics(values)))
            .as(encoding)
            .anyMatch(
                message -> message.startsWith("duplicate-key 0:" + (behindRockets + 16) + " "));
        // The edit takes the second key away, and nothing beside it.
        run.client().edit(values, 0, behindRockets + 14, 0, behindRockets + 27, "");
        assertThat(messages(run.client().diagnostics(values)))
            .as(encoding)
            .noneMatch(message -> message.startsWith("duplicate-key"));
      }
    }
  }

  @Test
  void brokenYamlIsReportedAndTheRestIsStillKnown() {
    try (LspRun run = LspRun.in(folder, "{}")) {
      String values = uri("environments/prod/values.yaml");
      run.client().open(values, "yaml", "replicas: three\nimage: {repository: [\n");

      assertThat(messages(run.client().diagnostics(values)))
          .anyMatch(message -> message.startsWith("invalid-yaml"));
    }
  }

  @Test
  void halfTypedTemplateIsReportedWhereItBreaks() {
    try (LspRun run = LspRun.in(folder, "{}")) {
      String template = uri("charts/web/templates/web.yaml");
      run.client().open(template, "helm", "kind: {{ .Values.\n");

      assertThat(messages(run.client().diagnostics(template)))
          .anyMatch(message -> message.startsWith("template-syntax-error 0:"));
    }
  }

  @Test
  @Tag("packaged")
  void askedDiagnosticsAreUnchangedUntilTheyChange() {
    try (LspRun run = LspRun.in(folder, "{\"textDocument\": {\"diagnostic\": {}}}")) {
      String values = uri("environments/prod/values.yaml");
      run.client().open(values, "yaml", "replicas: three\n");
      JsonNode first = pull(run, values, "");
      JsonNode second = pull(run, values, first.path("resultId").asString(""));
      run.client().replace(values, "replicas: 3\n");
      JsonNode third = pull(run, values, first.path("resultId").asString(""));

      assertThat(first.path("kind").asString("")).isEqualTo("full");
      assertThat(second.path("kind").asString("")).isEqualTo("unchanged");
      assertThat(third.path("kind").asString("")).isEqualTo("full");
      assertThat(run.client().received("textDocument/publishDiagnostics")).isEmpty();
    }
  }

  private static JsonNode pull(LspRun run, String uri, String previous) {
    return run.client()
        .ask(
            "textDocument/diagnostic",
            "{\"textDocument\": {\"uri\": "
                + LspClient.quoted(uri)
                + "}, \"previousResultId\": "
                + LspClient.quoted(previous)
                + "}");
  }

  @Test
  void editorIsToldToAskAgainForOtherDocuments() {
    String pulling =
        """
        {"textDocument": {"diagnostic": {}}, "workspace": {"diagnostics": {"refreshSupport": true}}}\
        """;
    try (LspRun run = LspRun.in(folder, pulling)) {
      String values = uri("environments/prod/values.yaml");
      String schema = uri("charts/web/values.schema.json");
      run.client().open(values, "yaml", "replicas: 3\n");
      run.client().open(schema, "json", "{}");
      pull(run, values, "");
      run.client().replace(schema, "{\"properties\": {\"replicas\": {\"type\": \"string\"}}}");

      run.client().awaitMessage("workspace/diagnostic/refresh", params -> true);
      assertThat(messages(List.copyOf(pull(run, values, "").path("items").valueStream().toList())))
          .anyMatch(message -> message.startsWith("values-type-mismatch"));
    }
  }

  @Test
  void editorIsToldToAskAgainForTheOnlyDocumentWhenAnotherFileChangesOnDisk() throws IOException {
    String pulling =
        """
        {"textDocument": {"diagnostic": {}}, "workspace": {"diagnostics": {"refreshSupport": true}}}\
        """;
    try (LspRun run = LspRun.in(folder, pulling)) {
      String values = uri("environments/prod/values.yaml");
      run.client().open(values, "yaml", "replicas: 3\n");
      pull(run, values, "");
      CliRun.write(
          folder,
          "charts/web/values.schema.json",
          "{\"properties\": {\"replicas\": {\"type\": \"string\"}}}");
      changed(run, "charts/web/values.schema.json");

      run.client().awaitMessage("workspace/diagnostic/refresh", params -> true);
      assertThat(messages(List.copyOf(pull(run, values, "").path("items").valueStream().toList())))
          .anyMatch(message -> message.startsWith("values-type-mismatch"));
    }
  }

  @Test
  void closedLonelyFileHasNoDiagnosticsLeft() {
    try (LspRun run = LspRun.start()) {
      run.client().initialize("null", "{}", "\"rootUri\": null");
      run.client().open("untitled:values.yaml", "yaml", "a: 1\na: 2\n");
      run.client().diagnostics("untitled:values.yaml", sent -> !sent.path("diagnostics").isEmpty());
      run.client().close("untitled:values.yaml");

      run.client().diagnostics("untitled:values.yaml", sent -> sent.path("diagnostics").isEmpty());
    }
  }

  @Test
  void tooLargeDocumentIsSaidToBeUnchecked() {
    try (LspRun run = LspRun.in(folder, "{}")) {
      String values = uri("environments/prod/values.yaml");
      run.client().open(values, "yaml", "a: 1\n".repeat(1_000_000));

      assertThat(
              run.client()
                  .awaitMessage("window/showMessage", params -> true)
                  .path("message")
                  .asString(""))
          .isEqualTo(
              "`values.yaml` is larger than 4 MiB and not checked in the editor; `plimsoll check`"
                  + " reads it.");
    }
  }

  @Test
  void leastSeverityOfTheSettingsIsKept() {
    try (LspRun run = LspRun.start()) {
      run.client()
          .onRequest(
              "workspace/configuration",
              params -> List.of(java.util.Map.of("minimumSeverity", "error")));
      run.client()
          .initialize(LspRun.folders(folder), "{\"workspace\": {\"configuration\": true}}", "");
      String values = uri("environments/prod/values.yaml");
      run.client().open(values, "yaml", "replicas: three\n");

      run.client()
          .diagnostics(
              values,
              sent ->
                  !sent.path("diagnostics").isEmpty()
                      && sent.path("diagnostics")
                          .valueStream()
                          .allMatch(each -> each.path("severity").asInt(0) == 1));
    }
  }
}
