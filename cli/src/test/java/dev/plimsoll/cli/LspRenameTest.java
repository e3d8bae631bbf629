package dev.plimsoll.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plimsoll.testkit.LspClient;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Names that change everywhere at once. */
final class LspRenameTest extends LspBench {

  @Test
  void renameChangesLayersAndTemplates() {
    JsonNode edit =
        at(
            "textDocument/rename",
            "charts/web/values.yaml",
            DEFAULTS.replace("tag", "ta^g"),
            "\"newName\": \"version\"");

    assertThat(edit.path("documentChanges").size()).isEqualTo(3);
    assertThat(edit.toString()).contains("\"newText\":\"version\"");
    assertThatThrownBy(() ->
            client()
                .ask(
                    "textDocument/rename",
                    "{\"textDocument\": {\"uri\": %s}, \"position\": {\"line\": 2, \"character\": 3}, \"newName\": \"a-b\"}"
                        .formatted(LspClient.quoted(uri("charts/web/values.yaml")))))
        .hasMessage("`a-b` cannot stand behind a dot in templates; use letters, digits and `_`.");
  }

  @Test
  void renameOfANamedTemplateChangesEveryMention() {
    JsonNode edit =
        at(
            "textDocument/rename",
            "charts/web/templates/_helpers.tpl",
            HELPERS.replace("web.name", "web.na^me"),
            "\"newName\": \"web.fullname\"");

    assertThat(edit.path("documentChanges").size()).isEqualTo(2);
  }
}
