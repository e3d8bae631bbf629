package dev.plimsoll.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.testkit.LspClient;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What can be done about what is shown. */
final class LspCodeActionTest extends LspBench {

  @Test
  void fixIsMadeWhenItIsChosen() {
    String values = "environments/prod/values.yaml";
    String text = PROD + "levle: info\n";
    client().open(uri(values), "yaml", text);
    client().diagnostics(uri(values));
    JsonNode actions =
        client()
            .ask(
                "textDocument/codeAction",
                "{\"textDocument\": {\"uri\": %s}, \"range\": %s, \"context\": {\"diagnostics\": []}}"
                    .formatted(LspClient.quoted(uri(values)), LspClient.range(2, 0, 2, 5)));
    JsonNode fix =
        actions
            .valueStream()
            .filter(action -> action.path("title").asString("").startsWith("Rename"))
            .findFirst()
            .orElseThrow();
    JsonNode resolved = client().ask("codeAction/resolve", fix.toString());

    assertThat(fix.has("edit")).isFalse();
    assertThat(resolved.path("edit").toString()).contains("\"newText\":\"level\"", "\"version\":1");
  }

  @Test
  void suppressionIsWrittenIntoANewProjectFile() {
    String values = "environments/prod/values.yaml";
    client().open(uri(values), "yaml", PROD + "levle: info\n");
    client().diagnostics(uri(values));
    JsonNode actions =
        client()
            .ask(
                "textDocument/codeAction",
                "{\"textDocument\": {\"uri\": %s}, \"range\": %s, \"context\": {\"diagnostics\": []}}"
                    .formatted(LspClient.quoted(uri(values)), LspClient.range(2, 0, 2, 5)));
    JsonNode accept =
        actions
            .valueStream()
            .filter(action -> action.path("title").asString("").startsWith("Accept"))
            .findFirst()
            .orElseThrow();
    JsonNode edit = client().ask("codeAction/resolve", accept.toString()).path("edit");

    assertThat(edit.path("documentChanges").get(0).path("kind").asString("")).isEqualTo("create");
    assertThat(edit.toString())
        .contains("suppressions:\\n  - {rule: unknown-values-key, release: web, reason: ");
  }
}
