package dev.plimsoll.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Documents of the server, and its commands. */
final class LspCommandTest extends LspBench {

  @Test
  void effectiveValuesAndManifestsAreDocuments() {
    String values =
        client()
            .ask(
                "workspace/textDocumentContent",
                "{\"uri\": \"plimsoll:/values/web/prod/-/values.yaml\"}")
            .path("text")
            .asString("");
    String manifest =
        client()
            .ask(
                "workspace/executeCommand",
                "{\"command\": \"plimsoll.renderedManifest\", \"arguments\": [\"web\", \"prod\"]}")
            .asString("");

    assertThat(values).contains("  tag: \"1.2\"  # environments/prod/values.yaml:2");
    assertThat(manifest).contains("  tag: \"1.2\"  # environments/prod/values.yaml:2");
  }

  @Test
  void commandsCompareExplainAndListReleases() {
    assertThat(command("plimsoll.compareEnvironments", "\"web\", \"dev\", \"prod\"").asString(""))
        .contains("-  tag: \"1.0\"", "+  tag: \"1.2\"");
    assertThat(command("plimsoll.explainValue", "\"web\", \"prod\", \"image.tag\"").asString(""))
        .contains("- won: `\"1.2\"` at environments/prod/values.yaml:2:8")
        .contains("- lost: `\"1.0\"` at charts/web/values.yaml:3:8");
    assertThat(command("plimsoll.explainRule", "\"unknown-values-key\"").asString(""))
        .startsWith("# unknown-values-key\n");
    assertThat(command("plimsoll.matrix", "").size()).isEqualTo(2);
    assertThat(command("plimsoll.bugReport", "").asString(""))
        .startsWith("plimsoll test\n")
        .doesNotContain(folder.toString(), "web");
  }
}
