package dev.plimsoll.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What an editor shows of a helmfile. */
final class LspHelmfileTest extends LspBench {

  private static final String HELMFILE =
      """
      environments:
        dev:
          values:
          - {domain: dev.example.com}
        prod:
          values:
          - {domain: example.com, password: hunter2-secret}
      ---
      bases: [base.yaml]
      releases:
      - name: db
        namespace: data
        chart: bitnami/postgresql
        version: 12.1.0
        installed: {{ eq .Environment.Name "prod" }}
      - name: web
        chart: ./charts/web
        needs: [data/db]
        wait: {{ ne .Environment.Name "dev" }}
        labels: {domain: {{ .Values.domain | quote }}}
        updateStrategy: reinstallIfForbidden
      """;

  private static final String BASE =
      """
      repositories:
      - {name: bitnami, url: https://charts.example.com/bitnami}
      helmDefaults:
        timeout: 600
      """;

  @Test
  void hoverSaysWhatAFieldIsForAndWhatItComesTo() throws IOException {
    assertThat(hover("wait: {{", "wa^it: {{"))
        .startsWith("`releases[].wait`\n\nWhether Helm waits until the objects of the release are")
        .contains("Schema: boolean, default `false`")
        .contains("\n- **`dev`**: `false`\n- **`prod`**: `true`\n");
  }

  @Test
  void hoverOverAValueSaysTheSame() throws IOException {
    assertThat(hover("reinstallIf", "reinstall^If"))
        .startsWith("`releases[].updateStrategy`\n\n`reinstallIfForbidden` uninstalls the release")
        .contains("one of `\"reinstallIfForbidden\"`")
        .contains("- **`dev`, `prod`**: `\"reinstallIfForbidden\"`");
  }

  @Test
  void hoverOverAChartSaysWhereItIsAndInWhichVersion() throws IOException {
    assertThat(hover("chart: ./charts", "ch^art: ./charts"))
        .contains(
            "- **`dev`, `prod`**: [charts/web](" + uri("charts/web/Chart.yaml") + ") `1.0.0`");
    assertThat(hover("version: 12", "ver^sion: 12"))
        .contains(
            "- **`dev`, `prod`**: `postgresql` `12.1.0` of https://charts.example.com/bitnami");
  }

  @Test
  void hoverOverAReleaseSaysWhatItIsInEachEnvironment() throws IOException {
    String text = hover("name: db", "name: d^b");

    assertThat(text)
        .startsWith("Release `db`\n\n**`dev`**\n\n- chart `postgresql` `12.1.0` of https://charts")
        .contains("- namespace `data`\n- not installed\n\n**`prod`**\n");
    assertThat(hover("data/db", "data/d^b")).isEqualTo(text);
    assertThat(hover("name: web", "name: w^eb")).contains("- needs `data/db`");
  }

  @Test
  void hoverOverAnEnvironmentSaysWhatIsInIt() throws IOException {
    String text = hover("  prod:", "  pr^od:");

    assertThat(text)
        .startsWith("Environment `prod`\n\n- profile `production`\n- 2 releases `")
        .contains("`db`", "`web`");
    assertThat(hover("\"prod\" }}", "\"pr^od\" }}")).isEqualTo(text);
  }

  @Test
  void hoverOverAValueOfATemplateSaysWhatItIs() throws IOException {
    assertThat(hover(".Values.domain", ".Values.dom^ain"))
        .isEqualTo(
            "`domain`\n\n- **`dev`**: `\"dev.example.com\"`\n- **`prod`**: `\"example.com\"`\n");
    assertThat(hover("| quote", "| qu^ote")).contains("quote");
  }

  @Test
  void hoverShowsNoSecret() throws IOException {
    assertThat(hover(".Values.domain", ".Values.pass^word"))
        .contains("********")
        .doesNotContain("hunter2");
  }

  @Test
  void hoverOverTheDefaultsSaysWhereTheyComeFrom() throws IOException {
    assertThat(
            hover(
                "releases:\n",
                "helmDefaults: {wait: true}\nreleases:\n",
                "helmDefaults: {wa",
                "helm^Defaults: {wa"))
        .startsWith("`helmDefaults`\n\nWhat holds for releases that say nothing of their own.");
    assertThat(
            hover(
                "releases:\n",
                "helmDefaults:\n  timeout: 900\nreleases:\n",
                "timeout: 900",
                "time^out: 900"))
        .contains("- **`dev`, `prod`**: `900`");
  }

  @Test
  void hoverInABaseSpeaksOfItsField() throws IOException {
    write();
    assertThat(text(at("textDocument/hover", "base.yaml", BASE.replace("repos", "re^pos"))))
        .startsWith("`repositories`\n\nThe chart repositories and registries");
  }

  @Test
  void completionOffersWhatAFieldTakesAndSaysWhatItIsFor() throws IOException {
    JsonNode keys = at("textDocument/completion", "helmfile.yaml", "releases:\n- name: web\n  ^\n");

    assertThat(keys.path("items").valueStream())
        .anyMatch(item ->
            item.path("label").asString("").equals("atomic")
                && item.path("documentation")
                    .path("value")
                    .asString("")
                    .startsWith("Whether a failed install or upgrade is taken back"));
    client().close(uri("helmfile.yaml"));
    assertThat(
            labels(
                at(
                    "textDocument/completion",
                    "helmfile.yaml",
                    "releases:\n- name: web\n  cascade: ^\n")))
        .containsExactly("background", "foreground", "orphan");
    client().close(uri("helmfile.yaml"));
    assertThat(
            labels(
                at(
                    "textDocument/completion",
                    "helmfile.yaml",
                    "releases:\n- name: web\n  hooks:\n  - events:\n    - pre^\n")))
        .contains("presync", "prepare");
  }

  private void write() throws IOException {
    CliRun.write(folder, "helmfile.yaml.gotmpl", HELMFILE);
    CliRun.write(folder, "base.yaml", BASE);
    client()
        .notify(
            "workspace/didChangeWatchedFiles",
            "{\"changes\": [{\"uri\": \"%s\", \"type\": 1}, {\"uri\": \"%s\", \"type\": 1}]}"
                .formatted(uri("helmfile.yaml.gotmpl"), uri("base.yaml")));
  }

  /** Of the helmfile with something replaced, each old text by the new one that follows it. */
  private String hover(String... replacements) throws IOException {
    write();
    String text = HELMFILE;
    for (int i = 0; i < replacements.length; i += 2) {
      text = text.replace(replacements[i], replacements[i + 1]);
    }
    JsonNode found = at("textDocument/hover", "helmfile.yaml.gotmpl", text);
    client().close(uri("helmfile.yaml.gotmpl"));
    return text(found);
  }

  private static String text(JsonNode hover) {
    return hover.path("contents").path("value").asString("");
  }
}
