package dev.plimsoll.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Environments, releases and files, wherever helmfiles and the project file name them. */
final class LspProjectNavigationTest extends LspProjectBench {

  private static final String HELMFILE =
      """
      environments:
        dev: {}
        prod: {}
      ---
      releases:
      - name: db
        chart: ./charts/web
        values: [values/common.yaml, "environments/{{ .Environment.Name }}/values.yaml"]
      - name: web
        chart: ./charts/web
        needs: [db]
        values: [values/common.yaml, ./charts/web/extra.yaml]
        installed: {{ ne .Environment.Name "prod" }}
      """;

  private static final String PROJECT =
      """
      apiVersion: plimsoll.dev/v1
      kind: Project
      environments: {dev: {}, prod: {}}
      suppressions:
      - {rule: unused-value, release: db, environment: prod, reason: "later", expires: 2027-01-31}
      """;

  @BeforeEach
  void openProject() throws IOException {
    CliRun.write(folder, "helmfile.yaml.gotmpl", HELMFILE);
    CliRun.write(folder, "plimsoll.yaml", PROJECT);
    CliRun.write(folder, "values/common.yaml", "level: info\n");
    CliRun.write(folder, "charts/web/extra.yaml", "level: info\n");
    CliRun.write(
        folder,
        "charts/api/Chart.yaml",
        """
        apiVersion: v2
        name: api
        version: 1.0.0
        dependencies:
        - {name: web, version: 1.0.0, repository: "file://../web"}
        """);
    openFolder().open(uri("helmfile.yaml.gotmpl"), "yaml", HELMFILE);
    editor().open(uri("plimsoll.yaml"), "yaml", PROJECT);
  }

  @Test
  void referencesOfAnEnvironmentAreInTheHelmfileAndTheProjectFile() {
    assertThat(places(references("plimsoll.yaml", 2, 26)))
        .containsExactlyInAnyOrder(
            "plimsoll.yaml:2:24",
            "plimsoll.yaml:4:49",
            "helmfile.yaml.gotmpl:2:2",
            "helmfile.yaml.gotmpl:12:38");
    assertThat(places(references("helmfile.yaml.gotmpl", 12, 38))).hasSize(4);
  }

  @Test
  void referencesOfAReleaseAreItsNeedsAndSuppressions() {
    assertThat(places(references("helmfile.yaml.gotmpl", 5, 9)))
        .containsExactlyInAnyOrder(
            "helmfile.yaml.gotmpl:5:8", "helmfile.yaml.gotmpl:10:10", "plimsoll.yaml:4:32");
    assertThat(places(ask("definition", "plimsoll.yaml", 4, 33)))
        .containsExactly("helmfile.yaml.gotmpl:5:8");
  }

  @Test
  void highlightsOfANameAreThoseOfTheDocument() {
    assertThat(ask("documentHighlight", "helmfile.yaml.gotmpl", 5, 9).size()).isEqualTo(2);
    assertThat(ask("documentHighlight", "plimsoll.yaml", 2, 26).size()).isEqualTo(2);
  }

  @Test
  void definitionOfAFileOfEachEnvironmentIsAllOfThem() {
    assertThat(places(ask("definition", "helmfile.yaml.gotmpl", 7, 35)))
        .containsExactly("environments/dev/values.yaml:0:0", "environments/prod/values.yaml:0:0");
  }

  @Test
  void referencesOfAFileAreAllTextsThatNameIt() {
    assertThat(places(references("helmfile.yaml.gotmpl", 7, 15)))
        .containsExactly("helmfile.yaml.gotmpl:7:11", "helmfile.yaml.gotmpl:11:11");
    assertThat(places(references("helmfile.yaml.gotmpl", 9, 12)))
        .containsExactly(
            "helmfile.yaml.gotmpl:6:9", "helmfile.yaml.gotmpl:9:9", "charts/api/Chart.yaml:4:43");
    assertThat(ask("documentHighlight", "helmfile.yaml.gotmpl", 7, 15).size()).isEqualTo(2);
  }

  @Test
  void renameOfAFileChangesTheTextsThatNameIt() {
    assertThat(ask("prepareRename", "helmfile.yaml.gotmpl", 7, 15).path("placeholder").asString(""))
        .isEqualTo("common.yaml");
    JsonNode edit = rename(7, 15, "shared.yaml");

    assertThat(places(edit.path("documentChanges").get(0).path("edits")))
        .containsExactly(":7:18", ":11:18");
    assertThat(edit.path("documentChanges").get(1).path("oldUri").asString(""))
        .isEqualTo(uri("values/common.yaml"));
    assertThat(edit.path("documentChanges").get(1).path("newUri").asString(""))
        .isEqualTo(uri("values/shared.yaml"));
  }

  @Test
  void renameOfAChartTakesWhatIsInItAlong() {
    JsonNode edit = rename(9, 12, "site");

    assertThat(places(edit.path("documentChanges").get(0).path("edits")))
        .containsExactly(":6:18", ":9:18", ":11:40");
    assertThat(places(edit.path("documentChanges").get(1).path("edits"))).containsExactly(":4:53");
    assertThat(edit.path("documentChanges").get(2).path("newUri").asString(""))
        .isEqualTo(uri("charts/site"));
  }

  @Test
  void renameOfAFileIsRefusedWhereItWouldLoseOne() {
    assertThatThrownBy(() -> rename(7, 35, "base.yaml"))
        .hasMessage(
            "`environments/dev/values.yaml` is found by the name of the environment"
                + " (`helmfile.yaml.gotmpl`, line 8); rename the environment instead.");
    assertThatThrownBy(() -> rename(9, 12, "api")).hasMessage("There is already `charts/api`.");
    assertThatThrownBy(() -> rename(9, 12, "../api"))
        .hasMessage("`../api` is no name of a file; it stays in its folder.");
  }

  private JsonNode rename(int line, int character, String newName) {
    return rename(editor(), "helmfile.yaml.gotmpl", line, character, newName);
  }
}
