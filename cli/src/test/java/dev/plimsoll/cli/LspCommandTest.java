package dev.plimsoll.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Documents of the server, and its commands. */
final class LspCommandTest extends LspBench {

  @Test
  void effectiveValuesAndManifestsAreDocuments() {
    String values = document("plimsoll:/values/web/prod/-/values.yaml");
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
  void comparedDocumentsDifferOnlyWhereValuesDo() {
    client().open(uri("environments/dev/values.yaml"), "yaml", "level: info\n");

    JsonNode sides =
        command(
            "plimsoll.comparedValues",
            "\"plimsoll:/values/web/dev/-/values.yaml\","
                + " \"plimsoll:/values/web/prod/-/values.yaml\"");
    List<String> left = document(sides.path(0).asString("")).lines().toList();
    List<String> right = document(sides.path(1).asString("")).lines().toList();

    String level = "level: info  # environments/dev/values.yaml:1 | charts/web/values.yaml:4";
    assertThat(left).contains("  repository: web  # charts/web/values.yaml:2", level);
    assertThat(left)
        .filteredOn(line -> !right.contains(line))
        .containsExactly("  tag: \"1.0\"  # charts/web/values.yaml:3");
    assertThat(right)
        .filteredOn(line -> !left.contains(line))
        .containsExactly("  tag: \"1.2\"  # environments/prod/values.yaml:2");
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

  private String document(String address) {
    return client()
        .ask("workspace/textDocumentContent", "{\"uri\": \"" + address + "\"}")
        .path("text")
        .asString("");
  }
}
