package dev.plimsoll.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plimsoll.testkit.LspClient;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The life of the server, and the folders and texts that it is told of. */
final class LspLifecycleTest extends LspChartBench {

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
