package dev.plimsoll.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Files that templates of charts and helmfiles read by their names. */
final class LspFileReadsTest extends LspProjectBench {

  private static final String HELMFILE =
      """
      releases:
      - name: web
        chart: ./charts/web
        values:
        - values/web.yaml.gotmpl
        - motd: {{ readFile "values/motd.txt" | quote }}
      """;
  private static final String VALUES =
      """
      {{ if isFile "values/motd.txt" }}
      motd: {{ readFile "values/motd.txt" | quote }}
      {{ end }}
      """;
  private static final String SCRIPTS =
      """
      apiVersion: v1
      kind: ConfigMap
      metadata: {name: scripts}
      data:
        run: {{ .Files.Get "files/run.sh" | quote }}
        again: {{ tpl ($.Files.Get "files/run.sh") . | quote }}
        gone: {{ .Files.Get "files/gone.sh" | quote }}
      """;

  @BeforeEach
  void openProject() throws IOException {
    CliRun.write(folder, "helmfile.yaml.gotmpl", HELMFILE);
    CliRun.write(folder, "values/web.yaml.gotmpl", VALUES);
    CliRun.write(folder, "values/motd.txt", "Hello\n");
    CliRun.write(folder, "charts/web/files/run.sh", "echo run\n");
    CliRun.write(folder, "charts/web/templates/scripts.yaml", SCRIPTS);
    openFolder().open(uri("helmfile.yaml.gotmpl"), "yaml", HELMFILE);
    editor().open(uri("values/web.yaml.gotmpl"), "yaml", VALUES);
    editor().open(uri("charts/web/templates/scripts.yaml"), "helm", SCRIPTS);
  }

  @Test
  void definitionsAndLinksLeadToTheFile() {
    assertThat(places(ask("definition", "helmfile.yaml.gotmpl", 5, 30)))
        .containsExactly("values/motd.txt:0:0");
    assertThat(places(ask("definition", "values/web.yaml.gotmpl", 1, 25)))
        .containsExactly("values/motd.txt:0:0");
    assertThat(places(ask("definition", "charts/web/templates/scripts.yaml", 5, 32)))
        .containsExactly("charts/web/files/run.sh:0:0");
    assertThat(
            ask("documentLink", "charts/web/templates/scripts.yaml", 0, 0)
                .valueStream()
                .map(link -> link.path("target").asString("")))
        .containsExactly(uri("charts/web/files/run.sh"), uri("charts/web/files/run.sh"));
  }

  @Test
  void referencesOfAFileAreWhereItIsRead() {
    assertThat(places(references("values/web.yaml.gotmpl", 1, 25)))
        .containsExactlyInAnyOrder(
            "helmfile.yaml.gotmpl:5:23",
            "values/web.yaml.gotmpl:0:14",
            "values/web.yaml.gotmpl:1:19");
    assertThat(places(references("charts/web/templates/scripts.yaml", 4, 30)))
        .containsExactlyInAnyOrder(
            "charts/web/templates/scripts.yaml:4:22", "charts/web/templates/scripts.yaml:5:30");
  }

  @Test
  void renameOfAFileChangesWhereItIsRead() {
    JsonNode edit = rename(editor(), "charts/web/templates/scripts.yaml", 4, 30, "start.sh");

    assertThat(places(edit.path("documentChanges").get(0).path("edits")))
        .containsExactly(":4:28", ":5:36");
    assertThat(edit.path("documentChanges").get(1).path("newUri").asString(""))
        .isEqualTo(uri("charts/web/files/start.sh"));
  }

  @Test
  void renameOfAFileBesideTheHelmfileChangesItsValuesToo() {
    JsonNode edit = rename(editor(), "helmfile.yaml.gotmpl", 5, 30, "hello.txt");

    assertThat(edit.path("documentChanges").findValues("newText").toString())
        .isEqualTo("[\"hello.txt\", \"hello.txt\", \"hello.txt\"]");
    assertThat(edit.path("documentChanges").get(2).path("oldUri").asString(""))
        .isEqualTo(uri("values/motd.txt"));
  }
}
