package dev.plimsoll.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.testkit.LspClient;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What an editor draws in and around a text. */
final class LspDecorationTest extends LspBench {

  @Test
  void whatCouldGoIsTaggedAsUnnecessary() throws IOException {
    CliRun.write(folder, "charts/web/values.yaml", DEFAULTS + "nobody: 1\n");
    try (LspRun own =
        LspRun.in(
            folder,
            "{\"textDocument\": {\"publishDiagnostics\": {\"tagSupport\": {\"valueSet\": [1, 2]}}}}")) {
      own.client().open(uri("charts/web/values.yaml"), "yaml", DEFAULTS + "nobody: 1\n");

      assertThat(own.client().diagnostics(uri("charts/web/values.yaml")))
          .filteredOn(each -> each.path("code").asString("").equals("unused-value"))
          .isNotEmpty()
          .allMatch(each -> each.path("tags").path(0).asInt(0) == 1);
    }
  }

  @Test
  void whatIsOnItsWayOutIsTaggedAsDeprecatedAndExplainedByALink() throws IOException {
    String chart = "apiVersion: v2\nname: web\nversion: 1.0.0\ndeprecated: true\n";
    CliRun.write(folder, "charts/web/Chart.yaml", chart);
    try (LspRun own =
        LspRun.in(
            folder,
            "{\"textDocument\": {\"publishDiagnostics\": {\"tagSupport\": {\"valueSet\": [1, 2]}}}}")) {
      own.client().open(uri("charts/web/Chart.yaml"), "yaml", chart);

      assertThat(own.client().diagnostics(uri("charts/web/Chart.yaml")))
          .filteredOn(each -> each.path("code").asString("").equals("deprecated-chart"))
          .isNotEmpty()
          .allMatch(each -> each.path("tags").path(0).asInt(0) == 2)
          .allMatch(each ->
              each.path("codeDescription")
                  .path("href")
                  .asString("")
                  .equals("https://plimsoll.dev/rules/deprecated-chart"));
    }
  }

  @Test
  void hintsShowWhatIsOverriddenAndWhatTemplatesSee() {
    String all = "\"range\": " + LspClient.range(0, 0, 100, 0);
    assertThat(
            about("textDocument/inlayHint", "environments/prod/values.yaml", PROD, all)
                .valueStream()
                .map(hint -> hint.path("label").asString("")))
        .containsExactly("over \"1.0\"");
    assertThat(
            about("textDocument/inlayHint", "charts/web/templates/web.yaml", TEMPLATE, all)
                .valueStream()
                .map(hint -> hint.path("label").asString("")))
        .containsExactly("= \"1.2\"", "= {tag, repository}", "= \"web\"", "= nothing");
  }

  @Test
  void chosenEnvironmentIsTheOneThatIsShown() {
    assertThat(
            client()
                .ask(
                    "workspace/executeCommand",
                    "{\"command\": \"plimsoll.chooseEnvironment\", \"arguments\": [\"dev\"]}")
                .asString(""))
        .isEqualTo("dev");
    assertThat(
            about(
                    "textDocument/inlayHint",
                    "charts/web/templates/web.yaml",
                    TEMPLATE,
                    "\"range\": " + LspClient.range(0, 0, 100, 0))
                .get(0)
                .path("label")
                .asString(""))
        .isEqualTo("= \"1.0\"");
  }

  @Test
  void outlineFoldingSelectionAndLens() {
    String values = "charts/web/values.yaml";
    JsonNode symbols = about("textDocument/documentSymbol", values, DEFAULTS);
    JsonNode folds = about("textDocument/foldingRange", values, DEFAULTS);
    JsonNode selection =
        about(
            "textDocument/selectionRange",
            values,
            DEFAULTS,
            "\"positions\": [{\"line\": 2, \"character\": 3}]");
    JsonNode lenses = about("textDocument/codeLens", values, DEFAULTS);

    assertThat(symbols.get(0).path("name").asString("")).isEqualTo("image");
    assertThat(symbols.get(0).path("children").size()).isEqualTo(2);
    assertThat(folds.toString()).contains("\"startLine\":0,\"endLine\":2");
    assertThat(selection.get(0).path("parent").path("parent").isObject()).isTrue();
    assertThat(lenses.get(0).path("command").path("title").asString(""))
        .isEqualTo("Used by web in dev, prod");
  }

  @Test
  void semanticTokensColourTemplates() {
    JsonNode tokens =
        about(
            "textDocument/semanticTokens/full",
            "charts/web/templates/web.yaml",
            "{{ if .Values.debug }}{{ end }}");

    // if, Values, debug, end: keyword, property, property, keyword.
    assertThat(tokens.path("data").toString())
        .isEqualTo("[0,3,2,0,0,0,4,6,3,0,0,7,5,3,0,0,11,3,0,0]");
  }
}
