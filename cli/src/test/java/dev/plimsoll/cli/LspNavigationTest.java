package dev.plimsoll.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Ways from a name to where it is said and used. */
final class LspNavigationTest extends LspBench {

  @Test
  void definitionLeadsToTheLayerThatWins() {
    JsonNode found =
        at(
            "textDocument/definition",
            "charts/web/templates/web.yaml",
            TEMPLATE.replace("image.tag", "image.ta^g"));

    assertThat(places(found))
        .containsExactly("environments/prod/values.yaml:1:2", "charts/web/values.yaml:2:2");
  }

  @Test
  void definitionLeadsFromALayerToTheOneBelow() {
    assertThat(
            places(
                at(
                    "textDocument/definition",
                    "environments/prod/values.yaml",
                    PROD.replace("tag", "ta^g"))))
        .containsExactly("charts/web/values.yaml:2:2");
  }

  @Test
  void definitionOfANamedTemplate() {
    assertThat(
            places(
                at(
                    "textDocument/definition",
                    "charts/web/templates/web.yaml",
                    TEMPLATE.replace("web.name", "web.na^me"))))
        .containsExactly("charts/web/templates/_helpers.tpl:0:11");
  }

  @Test
  void referencesAreInAllLayersAndTemplates() {
    assertThat(
            places(
                at(
                    "textDocument/references",
                    "charts/web/values.yaml",
                    DEFAULTS.replace("tag", "ta^g"),
                    "\"context\": {\"includeDeclaration\": true}")))
        .containsExactlyInAnyOrder(
            "charts/web/values.yaml:2:2",
            "environments/prod/values.yaml:1:2",
            "charts/web/templates/web.yaml:5:24");
  }

  @Test
  void implementationsAreTheOtherLayers() {
    assertThat(
            places(
                at(
                    "textDocument/implementation",
                    "charts/web/values.yaml",
                    DEFAULTS.replace("tag", "ta^g"))))
        .containsExactly("environments/prod/values.yaml:1:2");
  }

  @Test
  void highlightsAreOfThisDocument() {
    JsonNode found =
        at(
            "textDocument/documentHighlight",
            "charts/web/templates/web.yaml",
            TEMPLATE.replace(".Values.image.tag", ".Values.im^age.tag"));

    assertThat(found.size()).isEqualTo(2);
  }

  @Test
  void linksOfAProjectFile() throws IOException {
    CliRun.write(
        folder,
        "plimsoll.yaml",
        "apiVersion: plimsoll.dev/v1\nkind: Project\nreleases:\n- name: web\n  chart: charts/web\n");
    JsonNode links =
        about(
            "textDocument/documentLink",
            "plimsoll.yaml",
            Files.readString(folder.resolve("plimsoll.yaml")));

    assertThat(links.get(0).path("target").asString("")).isEqualTo(uri("charts/web/Chart.yaml"));
  }
}
