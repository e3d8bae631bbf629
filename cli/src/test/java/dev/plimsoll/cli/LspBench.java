package dev.plimsoll.cli;

import dev.plimsoll.testkit.LspClient;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/**
 * A chart in two environments, and an editor that has it open. The cursor is where {@code ^}
 * stands.
 */
abstract class LspBench {

  static final String TEMPLATE =
      """
      apiVersion: v1
      kind: ConfigMap
      metadata:
        name: {{ include "web.name" . }}
      data:
        tag: {{ .Values.image.tag | quote }}
        {{- with .Values.image }}
        repository: {{ .repository }}
        {{- end }}
        {{- if .Values.debug }}
        debug: "yes"
        {{- end }}
      """;
  static final String HELPERS =
      """
      {{- define "web.name" -}}
      {{ .Release.Name | trunc 63 }}
      {{- end }}
      """;
  static final String DEFAULTS = "image:\n  repository: web\n  tag: \"1.0\"\nlevel: info\n";
  static final String PROD = "image:\n  tag: \"1.2\"\n";

  static final String CAPABILITIES =
      """
      {"workspace": {"workspaceEdit": {"documentChanges": true, "resourceOperations": ["create"]},
                     "textDocumentContent": {}},
       "textDocument": {"codeAction": {"resolveSupport": {"properties": ["edit"]}}}}\
      """;

  /** Those of an editor that renames files as well. */
  static final String RENAMING = CAPABILITIES.replace("[\"create\"]", "[\"create\", \"rename\"]");

  @TempDir Path folder;
  private @Nullable LspRun run;

  @BeforeEach
  final void open() throws IOException {
    CliRun.write(folder, "charts/web/Chart.yaml", "apiVersion: v2\nname: web\nversion: 1.0.0\n");
    CliRun.write(folder, "charts/web/values.yaml", DEFAULTS);
    CliRun.write(
        folder,
        "charts/web/values.schema.json",
        """
        {"properties": {
          "level": {"enum": ["debug", "info"], "description": "How much is logged."},
          "image": {"properties": {"tag": {"type": "string"}, "pullPolicy": {"type": "string"}}}}}
        """);
    CliRun.write(folder, "charts/web/templates/web.yaml", TEMPLATE);
    CliRun.write(folder, "charts/web/templates/_helpers.tpl", HELPERS);
    CliRun.write(folder, "environments/dev/values.yaml", "level: debug\n");
    CliRun.write(folder, "environments/prod/values.yaml", PROD);
    run = LspRun.in(folder, CAPABILITIES);
  }

  @AfterEach
  final void close() {
    run().close();
  }

  final LspRun run() {
    return Objects.requireNonNull(run);
  }

  final LspClient client() {
    return run().client();
  }

  final String uri(String path) {
    return LspRun.uri(folder.resolve(path));
  }

  /** Opens a document with the text around {@code ^} and asks about that place. */
  final JsonNode at(String method, String path, String marked, String... more) {
    int cursor = marked.indexOf('^');
    String text = marked.substring(0, cursor) + marked.substring(cursor + 1);
    client().open(uri(path), path.endsWith(".tpl") ? "helm" : "yaml", text);
    int line = (int) marked.substring(0, cursor).chars().filter(c -> c == '\n').count();
    int character = cursor - (marked.lastIndexOf('\n', cursor - 1) + 1);
    return client()
        .ask(
            method,
            "{\"textDocument\": {\"uri\": %s}, \"position\": {\"line\": %d, \"character\": %d}%s}"
                .formatted(
                    LspClient.quoted(uri(path)),
                    line,
                    character,
                    more.length == 0 ? "" : ", " + more[0]));
  }

  final JsonNode about(String method, String path, String text, String... more) {
    client().open(uri(path), "yaml", text);
    return client()
        .ask(
            method,
            "{\"textDocument\": {\"uri\": %s}%s}"
                .formatted(LspClient.quoted(uri(path)), more.length == 0 ? "" : ", " + more[0]));
  }

  /** What an editor is told to change where something is renamed. */
  final JsonNode rename(LspClient client, String path, int line, int character, String newName) {
    return client.ask(
        "textDocument/rename",
        "{\"textDocument\": {\"uri\": %s}, \"position\": {\"line\": %d, \"character\": %d}, \"newName\": %s}"
            .formatted(LspClient.quoted(uri(path)), line, character, LspClient.quoted(newName)));
  }

  static List<String> labels(JsonNode completion) {
    return completion.path("items").valueStream().map(i -> i.path("label").asString("")).toList();
  }

  /** Places as {@code path:line:character}, from 0. */
  final List<String> places(JsonNode locations) {
    List<String> places = new ArrayList<>();
    for (JsonNode each : locations) {
      places.add(
          each.path("uri").asString("").replace(LspRun.uri(folder) + "/", "")
              + ":"
              + each.path("range").path("start").path("line").asInt(-1)
              + ":"
              + each.path("range").path("start").path("character").asInt(-1));
    }
    return places;
  }

  /** What a command of the server answers; the arguments as JSON. */
  final JsonNode command(String name, String arguments) {
    return client()
        .ask(
            "workspace/executeCommand",
            "{\"command\": \"" + name + "\", \"arguments\": [" + arguments + "]}");
  }
}
