package dev.plimsoll.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.testkit.LspClient;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/** What can be done about what is shown. */
final class LspCodeActionTest extends LspBench {

  @Test
  void fixIsMadeWhenItIsChosen() {
    String values = "environments/prod/values.yaml";
    String text = PROD + "levle: info\n";
    client().open(uri(values), "yaml", text);
    client().diagnostics(uri(values));
    JsonNode fix = offered(values, "Rename");
    JsonNode resolved = client().ask("codeAction/resolve", fix.toString());

    assertThat(fix.has("edit")).isFalse();
    assertThat(resolved.path("edit").toString()).contains("\"newText\":\"level\"", "\"version\":1");
  }

  @Test
  void allThatOneRuleCanFixInAFileIsFixedAtOnce() throws IOException {
    CliRun.write(
        folder,
        "charts/web/values.schema.json",
        """
        {"properties": {"replicas": {"type": "integer"}, "port": {"type": "integer"}}}
        """);
    String prod = "environments/prod/values.yaml";
    try (LspRun own = LspRun.in(folder, CAPABILITIES)) {
      own.client().open(uri(prod), "yaml", "replicas: \"2\"\nport: \"80\"\n");
      own.client().diagnostics(uri(prod));
      JsonNode all =
          action(own.client(), prod, 0, 11, "Fix every `values-type-mismatch` of this file");
      JsonNode edit = own.client().ask("codeAction/resolve", all.toString()).path("edit");

      assertThat(all.path("kind").asString("")).isEqualTo("source.fixAll.plimsoll");
      assertThat(edits(edit, prod)).containsExactly("0:10-0:13 \"2\"", "1:6-1:10 \"80\"");
    }
  }

  @Test
  void suppressionIsWrittenIntoANewProjectFile() {
    String values = "environments/prod/values.yaml";
    client().open(uri(values), "yaml", PROD + "levle: info\n");
    client().diagnostics(uri(values));
    JsonNode accept = offered(values, "Accept");
    JsonNode edit = client().ask("codeAction/resolve", accept.toString()).path("edit");

    assertThat(edit.path("documentChanges").get(0).path("kind").asString("")).isEqualTo("create");
    assertThat(edit.toString())
        .contains("suppressions:\\n  - {rule: unknown-values-key, release: web, reason: ");
  }

  /** What is offered for the misspelled key with a title that begins so. */
  private JsonNode offered(String values, String title) {
    return actions(client(), values, LspClient.range(2, 0, 2, 5))
        .filter(action -> action.path("title").asString("").startsWith(title))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void overrideMovesToAnotherLayer() {
    String values = "environments/prod/values.yaml";
    String text = "# How much is logged here.\nlevel: debug\nimage:\n  tag: \"1.2\"\n";
    client().open(uri(values), "yaml", text);
    client().diagnostics(uri(values));

    JsonNode offered = action(values, 3, 4, "Move `image.tag` to charts/web/values.yaml");
    assertThat(offered.isMissingNode())
        .as("the chart says the tag itself, so that a move would drop one of the two")
        .isTrue();
  }

  @Test
  void overrideMovesWithItsComment() throws IOException {
    String base = "common.yaml";
    CliRun.write(folder, base, "image:\n  repository: web\n");
    CliRun.write(
        folder,
        "plimsoll.yaml",
        """
        apiVersion: plimsoll.dev/v1
        kind: Project
        environments: {dev: {}, prod: {}}
        releases:
        - name: web
          chart: charts/web
          namespace: web
          values: [common.yaml, "environments/{environment}/values.yaml"]
        """);
    String prod = "environments/prod/values.yaml";
    String text = "image:\n  # Until the next release.\n  tag: \"1.2\"\n";
    CliRun.write(folder, prod, text);
    try (LspRun own = LspRun.in(folder, CAPABILITIES)) {
      own.client().open(uri(prod), "yaml", text);
      own.client().diagnostics(uri(prod));
      JsonNode move =
          action(
              own.client(),
              prod,
              2,
              3,
              "Move `image.tag` to common.yaml, which changes web in dev");
      JsonNode edit = own.client().ask("codeAction/resolve", move.toString()).path("edit");

      assertThat(move.path("kind").asString("")).isEqualTo("refactor.move");
      assertThat(edits(edit, prod)).containsExactly("0:0-3:0 \"\"");
      assertThat(edits(edit, base))
          .containsExactly("1:17-1:17 \"\\n  # Until the next release.\\n  tag: \\\"1.2\\\"\"");
    }
  }

  @Test
  void whatTwoLayersSayIsExtractedToTheOneBelow() throws IOException {
    CliRun.write(folder, "environments/dev/values.yaml", "level: debug\nreplicas: 2\n");
    String prod = "environments/prod/values.yaml";
    String text = PROD + "replicas: 2\n";
    CliRun.write(folder, prod, text);
    try (LspRun own = LspRun.in(folder, CAPABILITIES)) {
      own.client().open(uri(prod), "yaml", text);
      own.client().diagnostics(uri(prod));
      JsonNode extract =
          action(own.client(), prod, 2, 3, "Extract `replicas` to charts/web/values.yaml");
      JsonNode edit = own.client().ask("codeAction/resolve", extract.toString()).path("edit");

      assertThat(extract.path("kind").asString("")).isEqualTo("refactor.extract");
      assertThat(edits(edit, prod)).containsExactly("2:0-3:0 \"\"");
      assertThat(edits(edit, "environments/dev/values.yaml")).containsExactly("1:0-2:0 \"\"");
      assertThat(edits(edit, "charts/web/values.yaml"))
          .containsExactly("3:11-3:11 \"\\nreplicas: 2\"");
    }
  }

  @Test
  void missingValuesFileIsCreated() throws IOException {
    String project =
        """
        apiVersion: plimsoll.dev/v1
        kind: Project
        environments: {dev: {}}
        releases:
        - name: web
          chart: charts/web
          namespace: web
          values: [teams/web.yaml]
        """;
    CliRun.write(folder, "plimsoll.yaml", project);
    try (LspRun own = LspRun.in(folder, CAPABILITIES)) {
      own.client().open(uri("plimsoll.yaml"), "yaml", project);
      own.client().diagnostics(uri("plimsoll.yaml"));
      JsonNode create = action(own.client(), "plimsoll.yaml", 7, 14, "Create `teams/web.yaml`");
      JsonNode changes =
          own.client()
              .ask("codeAction/resolve", create.toString())
              .path("edit")
              .path("documentChanges");

      assertThat(changes.get(0).path("kind").asString("")).isEqualTo("create");
      assertThat(changes.get(0).path("uri").asString("")).isEqualTo(uri("teams/web.yaml"));
      assertThat(changes.get(1).path("edits").get(0).path("newText").asString(""))
          .isEqualTo("# What this layer says over those below it.\n");
    }
  }

  private JsonNode action(String path, int line, int character, String title) {
    return action(client(), path, line, character, title);
  }

  /** The action of this title at a place; missing if it is not offered. */
  private JsonNode action(LspClient client, String path, int line, int character, String title) {
    return actions(client, path, LspClient.range(line, character, line, character))
        .filter(each -> each.path("title").asString("").equals(title))
        .findFirst()
        .orElseGet(MissingNode::getInstance);
  }

  private Stream<JsonNode> actions(LspClient client, String path, String range) {
    return client
        .ask(
            "textDocument/codeAction",
            "{\"textDocument\": {\"uri\": %s}, \"range\": %s, \"context\": {\"diagnostics\": []}}"
                .formatted(LspClient.quoted(uri(path)), range))
        .valueStream();
  }

  /** The edits of one file as {@code line:character-line:character "text"}. */
  private List<String> edits(JsonNode edit, String path) {
    return edit.path("documentChanges")
        .valueStream()
        .filter(change -> change.path("textDocument").path("uri").asString("").equals(uri(path)))
        .flatMap(change -> change.path("edits").valueStream())
        .map(each ->
            place(each.path("range").path("start"))
                + "-"
                + place(each.path("range").path("end"))
                + " "
                + each.path("newText"))
        .toList();
  }

  private static String place(JsonNode position) {
    return position.path("line").asInt(-1) + ":" + position.path("character").asInt(-1);
  }
}
