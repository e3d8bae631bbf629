package dev.plimsoll.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plimsoll.testkit.LspClient;
import java.io.IOException;
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

  private static final String PROJECT =
      """
      apiVersion: plimsoll.dev/v1
      kind: Project
      environments:
        dev: {}
        prod: {profile: production}
      releases:
      - name: web
        chart: charts/web
        namespace: web
        values: ["environments/{environment}/values.yaml"]
      suppressions:
      - {rule: unused-value, release: web, environment: prod, reason: "later", expires: 2027-01-31}
      parity: {compare: [[dev, prod]]}
      """;

  @Test
  void renameOfAnEnvironmentTakesItsFilesAlong() throws IOException {
    CliRun.write(folder, "plimsoll.yaml", PROJECT);
    try (LspRun own = LspRun.in(folder, RENAMING)) {
      own.client().open(uri("plimsoll.yaml"), "yaml", PROJECT);
      JsonNode edit = rename(own.client(), "plimsoll.yaml", 4, 3, "live");

      assertThat(edit.path("documentChanges").get(0).path("edits").valueStream())
          .extracting(each -> each.path("range").path("start").path("line").asInt(-1))
          .containsExactlyInAnyOrder(4, 11, 12);
      assertThat(edit.path("documentChanges").get(1).path("kind").asString("")).isEqualTo("rename");
      assertThat(edit.path("documentChanges").get(1).path("oldUri").asString(""))
          .isEqualTo(uri("environments/prod"));
      assertThat(edit.path("documentChanges").get(1).path("newUri").asString(""))
          .isEqualTo(uri("environments/live"));
    }
  }

  @Test
  void renameOfAnEnvironmentIsRefusedWhereItWouldLoseItsFiles() throws IOException {
    CliRun.write(folder, "plimsoll.yaml", PROJECT);
    try (LspRun own = LspRun.in(folder, CAPABILITIES)) {
      own.client().open(uri("plimsoll.yaml"), "yaml", PROJECT);

      assertThatThrownBy(() -> rename(own.client(), "plimsoll.yaml", 4, 3, "live"))
          .hasMessage(
              "`environments/prod` is found by the name of the environment, and this editor lets no"
                  + " server rename files.");
      assertThatThrownBy(() -> rename(own.client(), "plimsoll.yaml", 4, 3, "dev"))
          .hasMessage("There is already an environment `dev`.");
      assertThatThrownBy(() -> rename(own.client(), "plimsoll.yaml", 6, 9, "Web"))
          .hasMessage(
              "Helm refuses `Web` as the name of a release: it takes at most 53 lower-case letters,"
                  + " digits, hyphens and dots.");
    }
  }

  @Test
  void renameOfAReleaseChangesWhatNeedsIt() throws IOException {
    String helmfile =
        """
        environments:
          dev: {}
          prod: {}
        ---
        releases:
        - name: db
          namespace: data
          chart: ./charts/web
        - name: web
          chart: ./charts/web
          needs: [data/db]
          installed: {{ ne .Environment.Name "prod" }}
        """;
    CliRun.write(folder, "helmfile.yaml.gotmpl", helmfile);
    try (LspRun own = LspRun.in(folder, RENAMING)) {
      own.client().open(uri("helmfile.yaml.gotmpl"), "yaml", helmfile);

      assertThat(
              places(
                  rename(own.client(), "helmfile.yaml.gotmpl", 5, 9, "store")
                      .path("documentChanges")
                      .get(0)
                      .path("edits")))
          .containsExactly(":5:8", ":10:15");
      assertThat(
              places(
                  rename(own.client(), "helmfile.yaml.gotmpl", 2, 3, "live")
                      .path("documentChanges")
                      .get(0)
                      .path("edits")))
          .containsExactly(":2:2", ":11:38");
    }
  }
}
