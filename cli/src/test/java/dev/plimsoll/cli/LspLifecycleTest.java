package dev.plimsoll.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plimsoll.testkit.LspClient;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** The life of the server, the texts that it is told of, and the diagnostics that it sends. */
final class LspLifecycleTest {

  private static final String VALUES = "image:\n  repository: web\nreplicas: 2\n";

  @TempDir private Path folder;

  @BeforeEach
  void writeChart() throws IOException {
    CliRun.write(
        folder,
        "charts/web/Chart.yaml",
        "apiVersion: v2\nname: web\nversion: 1.0.0\ndescription: A web server\n");
    CliRun.write(folder, "charts/web/values.yaml", VALUES);
    CliRun.write(
        folder,
        "charts/web/values.schema.json",
        "{\"properties\": {\"replicas\": {\"type\": \"integer\"}}}");
    CliRun.write(
        folder,
        "charts/web/templates/web.yaml",
        """
        apiVersion: v1
        kind: ConfigMap
        metadata:
          name: {{ .Release.Name }}
        data:
          image: {{ .Values.image.repository }}
          replicas: {{ .Values.replicas | quote }}
        """);
    CliRun.write(folder, "environments/dev/values.yaml", "replicas: 1\n");
    CliRun.write(folder, "environments/prod/values.yaml", "replicas: 3\n");
  }

  private String uri(String path) {
    return LspRun.uri(folder.resolve(path));
  }

  private static List<String> messages(List<JsonNode> diagnostics) {
    return diagnostics.stream()
        .map(diagnostic ->
            diagnostic.path("code").asString("")
                + " "
                + diagnostic.path("range").path("start").path("line").asInt(-1)
                + ":"
                + diagnostic.path("range").path("start").path("character").asInt(-1)
                + " "
                + diagnostic.path("message").asString(""))
        .toList();
  }

  @Test
  @Tag("packaged")
  void shutDownServerEndsWithZero() throws Exception {
    try (LspRun run = LspRun.in(folder, "{}")) {
      run.client().shutDown();

      assertThat(run.exitCode().get(30, TimeUnit.SECONDS)).isEqualTo(0);
    }
  }

  @Test
  @Tag("packaged")
  void exitWithoutShutdownEndsWithOne() throws Exception {
    try (LspRun run = LspRun.in(folder, "{}")) {
      run.client().notify("exit", "null");

      assertThat(run.exitCode().get(30, TimeUnit.SECONDS)).isEqualTo(1);
    }
  }

  @Test
  @Tag("packaged")
  void serverEndsWhenTheEditorHasGone() throws Exception {
    try (LspRun run = LspRun.in(folder, "{}")) {
      run.client().close();

      assertThat(run.exitCode().get(30, TimeUnit.SECONDS)).isEqualTo(1);
    }
  }

  @Test
  @Tag("packaged")
  void serverEndsWithTheProcessOfTheEditor() throws Exception {
    try (LspRun run = LspRun.start()) {
      // No process has this id: it is above the highest that Linux gives. Nobody waits for an
      // answer,
      // since the server may be gone before it.
      run.client()
          .request(
              "initialize", "{\"processId\": 2147483000, \"capabilities\": {}, \"rootUri\": null}");

      assertThat(run.exitCode().get(30, TimeUnit.SECONDS)).isEqualTo(1);
    }
  }

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

  /**
   * Editors say of a file that they have just opened that it changed on disk, in the middle of it
   * all.
   */
  @Test
  @Tag("packaged")
  void answerIsThatOfItsTextThoughALaterStateWaits() {
    try (LspRun run = LspRun.in(folder, "{\"textDocument\": {\"diagnostic\": {}}}")) {
      String values = uri("environments/prod/values.yaml");
      run.client().open(values, "yaml", "replicas: 3\n");
      for (int i = 0; i < 50; i++) {
        boolean isWrong = i % 2 == 0;
        run.client().replace(values, isWrong ? "replicas: three\n" : "replicas: 3\n");
        LspClient.Asked asked =
            run.client()
                .request(
                    "textDocument/diagnostic",
                    "{\"textDocument\": {\"uri\": " + LspClient.quoted(values) + "}}");
        changed(run, "environments/prod/values.yaml");

        assertThat(LspClient.await(asked).path("items").isEmpty()).isEqualTo(!isWrong);
      }
    }
  }

  private void changed(LspRun run, String file) {
    run.client()
        .notify(
            "workspace/didChangeWatchedFiles",
            "{\"changes\": [{\"uri\": " + LspClient.quoted(uri(file)) + ", \"type\": 2}]}");
  }

  @Test
  void fileThatChangesOnDiskIsReadAgain() throws IOException {
    try (LspRun run = LspRun.in(folder, "{}")) {
      String values = uri("environments/prod/values.yaml");
      run.client().open(values, "yaml", "replicas: 3\n");
      run.client().diagnostics(values);
      CliRun.write(
          folder,
          "charts/web/values.schema.json",
          "{\"properties\": {\"replicas\": {\"type\": \"string\"}}}");
      changed(run, "charts/web/values.schema.json");

      assertThat(
              messages(
                  run.client().diagnostics(values, sent -> sent.toString().contains("mismatch"))))
          .anyMatch(message -> message.startsWith("values-type-mismatch"));
    }
  }

  @Test
  void filesAreWatchedRelativeToTheirFolder() {
    try (LspRun run =
        LspRun.in(
            folder,
            """
            {"workspace": {"didChangeWatchedFiles":
              {"dynamicRegistration": true, "relativePatternSupport": true}}}\
            """)) {
      JsonNode params = run.client().awaitMessage("client/registerCapability", message -> true);

      assertThat(params.toString()).contains("\"baseUri\":\"" + LspRun.uri(folder) + "\"");
    }
  }

  @Test
  void fileWithoutFolderIsAnalysedAlone() throws IOException {
    CliRun.write(folder, "lonely/values.yaml", "a: 1\na: 2\n");
    CliRun.write(folder, "lonely/other.yaml", "b: 1\nb: 2\n");
    try (LspRun run = LspRun.start()) {
      run.client().initialize("null", "{}", "\"rootUri\": null");
      String values = uri("lonely/values.yaml");
      run.client().open(values, "yaml", "a: 1\na: 2\n");

      assertThat(messages(run.client().diagnostics(values)))
          .anyMatch(message -> message.startsWith("duplicate-key 1:0"));
      assertThat(run.client().allDiagnostics()).containsOnlyKeys(values);
    }
  }

  @Test
  void documentThatIsNoFileIsAnalysedToo() {
    try (LspRun run = LspRun.start()) {
      run.client().initialize("null", "{}", "\"rootUri\": null");
      run.client().open("untitled:values.yaml", "yaml", "a: 1\na: 2\n");

      assertThat(messages(run.client().diagnostics("untitled:values.yaml")))
          .anyMatch(message -> message.startsWith("duplicate-key 1:0"));
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
  @Tag("packaged")
  void severalFoldersAreSeveralWorkspaces() throws IOException {
    Path other = Files.createDirectory(folder.resolve("other"));
    CliRun.write(other, "charts/api/Chart.yaml", "apiVersion: v2\nname: api\nversion: one\n");
    CliRun.write(other, "charts/api/values.yaml", "{}\n");
    Path web = folder.resolve("charts");
    try (LspRun run = LspRun.start()) {
      run.client()
          .initialize(
              "[%s, %s]"
                  .formatted(
                      LspRun.folders(web).replaceAll("^\\[|]$", ""),
                      LspRun.folders(other).replaceAll("^\\[|]$", "")),
              "{}",
              "\"rootUri\": null");

      String chart = LspRun.uri(other.resolve("charts/api/Chart.yaml"));
      assertThat(messages(run.client().diagnostics(chart, sent -> true)))
          .anyMatch(message -> message.startsWith("invalid-chart-version 2:9"));
      run.client()
          .notify(
              "workspace/didChangeWorkspaceFolders",
              "{\"event\": {\"added\": [], \"removed\": " + LspRun.folders(other) + "}}");
      run.client().diagnostics(chart, sent -> sent.path("diagnostics").isEmpty());
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
  void progressIsShownWhileAFolderIsCheckedForTheFirstTime() {
    try (LspRun run = LspRun.in(folder, "{\"window\": {\"workDoneProgress\": true}}")) {
      run.client()
          .awaitMessage(
              "$/progress", params -> params.path("value").path("kind").asString("").equals("end"));

      assertThat(run.client().received("$/progress").getFirst().toString())
          .contains("\"title\":\"Checking " + folder.getFileName() + "\"");
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

  @Test
  @Tag("packaged")
  void cancelledQuestionIsAnsweredAsCancelled() {
    try (LspRun run = LspRun.in(folder, "{\"textDocument\": {\"diagnostic\": {}}}")) {
      JsonNode first = run.client().ask("workspace/diagnostic", "{\"previousResultIds\": []}");
      StringBuilder known = new StringBuilder();
      for (JsonNode item : first.path("items")) {
        known
            .append(known.isEmpty() ? "" : ", ")
            .append("{\"uri\": ")
            .append(item.path("uri"))
            .append(", \"value\": ")
            .append(item.path("resultId"))
            .append("}");
      }
      // There is no news, so the question waits.
      LspClient.Asked waiting =
          run.client().request("workspace/diagnostic", "{\"previousResultIds\": [" + known + "]}");
      run.client().cancel(waiting);

      assertThatThrownBy(() -> LspClient.await(waiting))
          .isInstanceOfSatisfying(
              LspClient.Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(-32800));
    }
  }
}
