package dev.plimsoll.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plimsoll.testkit.LspClient;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Each feature of the server, as a client sees it. The cursor is where {@code ^} stands. */
final class LspFeaturesTest {

  private static final String TEMPLATE =
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
  private static final String HELPERS =
      """
      {{- define "web.name" -}}
      {{ .Release.Name | trunc 63 }}
      {{- end }}
      """;
  private static final String DEFAULTS = "image:\n  repository: web\n  tag: \"1.0\"\nlevel: info\n";
  private static final String PROD = "image:\n  tag: \"1.2\"\n";

  private static final String CAPABILITIES =
      """
      {"workspace": {"workspaceEdit": {"documentChanges": true, "resourceOperations": ["create"]},
                     "textDocumentContent": {}},
       "textDocument": {"codeAction": {"resolveSupport": {"properties": ["edit"]}}}}\
      """;

  @TempDir private Path folder;
  private LspRun run;

  @BeforeEach
  void open() throws IOException {
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
  void close() {
    run.close();
  }

  private String uri(String path) {
    return LspRun.uri(folder.resolve(path));
  }

  /** Opens a document with the text around {@code ^} and asks about that place. */
  private JsonNode at(String method, String path, String marked, String... more) {
    int cursor = marked.indexOf('^');
    String text = marked.substring(0, cursor) + marked.substring(cursor + 1);
    run.client().open(uri(path), path.endsWith(".tpl") ? "helm" : "yaml", text);
    int line = (int) marked.substring(0, cursor).chars().filter(c -> c == '\n').count();
    int character = cursor - (marked.lastIndexOf('\n', cursor - 1) + 1);
    return run.client()
        .ask(
            method,
            "{\"textDocument\": {\"uri\": %s}, \"position\": {\"line\": %d, \"character\": %d}%s}"
                .formatted(
                    LspClient.quoted(uri(path)),
                    line,
                    character,
                    more.length == 0 ? "" : ", " + more[0]));
  }

  private JsonNode about(String method, String path, String text, String... more) {
    run.client().open(uri(path), "yaml", text);
    return run.client()
        .ask(
            method,
            "{\"textDocument\": {\"uri\": %s}%s}"
                .formatted(LspClient.quoted(uri(path)), more.length == 0 ? "" : ", " + more[0]));
  }

  private static List<String> labels(JsonNode completion) {
    return completion.path("items").valueStream().map(i -> i.path("label").asString("")).toList();
  }

  /** Places as {@code path:line:character}, from 0. */
  private List<String> places(JsonNode locations) {
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

  @Test
  void hoverShowsTheChainInEachEnvironment() {
    String text =
        at("textDocument/hover", "charts/web/values.yaml", DEFAULTS.replace("tag", "ta^g"))
            .path("contents")
            .path("value")
            .asString("");

    assertThat(text)
        .contains("`image.tag`")
        .contains("**web in dev**\n\n- `\"1.0\"` from [charts/web/values.yaml:3](")
        .contains("**web in prod**\n\n- `\"1.2\"` from [environments/prod/values.yaml:2](")
        .contains("- ~~`\"1.0\"` from [charts/web/values.yaml:3](")
        .contains("Schema: string")
        .contains("- ConfigMap `web`: `data.tag`");
  }

  @Test
  void numbersAreShownAsTheyAreWritten() {
    String path = "environments/prod/values.yaml";
    assertThat(at("textDocument/hover", path, "rep^licas: 100\n").toString()).contains("`100`");
    assertThat(at("textDocument/hover", path, "rep^licas: 0.5\n").toString()).contains("`0.5`");
  }

  @Test
  void hoverInATemplateShowsTheValue() {
    String text =
        at(
                "textDocument/hover",
                "charts/web/templates/web.yaml",
                TEMPLATE.replace(".repos", ".re^pos"))
            .path("contents")
            .path("value")
            .asString("");

    assertThat(text).contains("`image.repository`", "`\"web\"` from [charts/web/values.yaml:2](");
  }

  @Test
  void hoverExplainsFunctionsAndNamedTemplates() {
    assertThat(
            at(
                    "textDocument/hover",
                    "charts/web/templates/_helpers.tpl",
                    HELPERS.replace("trunc", "tr^unc"))
                .toString())
        .contains("trunc int string");
    assertThat(
            at(
                    "textDocument/hover",
                    "charts/web/templates/web.yaml",
                    TEMPLATE.replace("web.name", "web^.name"))
                .toString())
        .contains("_helpers.tpl:1", "trunc 63");
  }

  @Test
  void secretIsMaskedEverywhere() throws IOException {
    CliRun.write(folder, "environments/prod/values.yaml", PROD + "password: hunter2-secret\n");
    run.client()
        .notify(
            "workspace/didChangeWatchedFiles",
            "{\"changes\": [{\"uri\": "
                + LspClient.quoted(uri("environments/prod/values.yaml"))
                + ", \"type\": 2}]}");
    String hover =
        at(
                "textDocument/hover",
                "environments/prod/values.yaml",
                PROD + "pass^word: hunter2-secret\n")
            .toString();
    String values =
        run.client()
            .ask(
                "workspace/textDocumentContent",
                "{\"uri\": \"plimsoll:/values/web/prod/-/values.yaml\"}")
            .toString();

    assertThat(hover).contains("********").doesNotContain("hunter2");
    assertThat(values).contains("password").doesNotContain("hunter2");
  }

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
            run.client()
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

  @Test
  void keysAreCompletedFromSchemaLayersAndTemplates() {
    assertThat(
            labels(
                at("textDocument/completion", "environments/dev/values.yaml", "level: info\n^\n")))
        .contains("image", "debug")
        .doesNotContain("level");
    assertThat(
            labels(at("textDocument/completion", "environments/prod/values.yaml", "image:\n  ^\n")))
        .contains("tag", "pullPolicy", "repository");
  }

  @Test
  void valuesAreCompletedFromTheSchema() {
    assertThat(labels(at("textDocument/completion", "environments/dev/values.yaml", "level: ^\n")))
        .containsExactly("debug", "info");
  }

  @Test
  void templatesAreCompletedWhileTheyAreBroken() {
    String template = "charts/web/templates/web.yaml";
    assertThat(labels(at("textDocument/completion", template, "a: {{ .Values.image.^\n")))
        .contains("tag", "repository", "pullPolicy");
    run.client().close(uri(template));
    assertThat(labels(at("textDocument/completion", template, "a: {{ include \"^\n")))
        .contains("web.name");
    run.client().close(uri(template));
    assertThat(labels(at("textDocument/completion", template, "a: {{ .Release.^ }}\n")))
        .contains("Name", "Namespace");
    run.client().close(uri(template));
    assertThat(labels(at("textDocument/completion", template, "a: {{ quo^ }}\n")))
        .contains("quote", "squote");
    run.client().close(uri(template));
    assertThat(
            labels(
                at(
                    "textDocument/completion",
                    template,
                    "{{ with .Values.image }}a: {{ .^ }}{{ end }}\n")))
        .contains("tag", "repository");
  }

  /** What is half typed is in the text, and so known; to offer it would help nobody. */
  @Test
  void halfTypedWordsAreNotOffered() {
    String dev = "environments/dev/values.yaml";
    run.client().open(uri(dev), "yaml", "level: debug\ndeb: 1\n");
    run.client().diagnostics(uri(dev));
    assertThat(labels(run.client().askAt("textDocument/completion", uri(dev), 1, 3)))
        .contains("debug", "image")
        .doesNotContain("deb");

    String template = "charts/web/templates/web.yaml";
    run.client().open(uri(template), "helm", "a: {{ .Values.ima }}\n");
    run.client().diagnostics(uri(template));
    assertThat(labels(run.client().askAt("textDocument/completion", uri(template), 0, 17)))
        .contains("image", "level")
        .doesNotContain("ima");
  }

  @Test
  void kubernetesFieldsAreCompletedInTemplates() {
    String template = "charts/web/templates/web.yaml";
    String head = "apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: {{ .Release.Name }}\n";
    JsonNode fields =
        at("textDocument/completion", template, head + "spec:\n  {{- if .Values.debug }}\n  ^\n");
    assertThat(labels(fields)).contains("replicas", "selector", "template", "strategy");
    assertThat(fields.path("items").valueStream())
        .anyMatch(item ->
            item.path("label").asString("").equals("selector")
                && item.path("detail").asString("").equals("object, required"));
    run.client().close(uri(template));
    String pods = head + "spec:\n  template:\n    spec:\n      containers:\n      - name: web\n";
    assertThat(labels(at("textDocument/completion", template, pods + "        ima^\n")))
        .contains("image", "imagePullPolicy")
        .doesNotContain("name");
    run.client().close(uri(template));
    assertThat(
            labels(at("textDocument/completion", template, pods + "        imagePullPolicy: ^\n")))
        .containsExactly("Always", "IfNotPresent", "Never");
    run.client().close(uri(template));
    assertThat(labels(at("textDocument/completion", template, "apiVersion: apps/v1\nkind: ^\n")))
        .contains("Deployment", "StatefulSet")
        .doesNotContain("Service");
  }

  @Test
  void hoverSaysWhatKubernetesTakes() {
    String text =
        at(
                "textDocument/hover",
                "charts/web/templates/web.yaml",
                """
                apiVersion: v1
                kind: Pod
                metadata:
                  name: web
                spec:
                  restart^Policy: {{ .Values.level }}
                """)
            .path("contents")
            .path("value")
            .asString("");

    assertThat(text)
        .contains("`spec.restartPolicy` of Pod (`v1`, Kubernetes 1.")
        .contains("one of `Always`, `Never`, `OnFailure`");
  }

  @Test
  void projectFileIsCompleted() {
    String head = "apiVersion: plimsoll.dev/v1\nkind: Project\n";
    assertThat(labels(at("textDocument/completion", "plimsoll.yaml", head + "^\n")))
        .contains("rules", "environments", "suppressions")
        .doesNotContain("kind");
    run.client().close(uri("plimsoll.yaml"));
    assertThat(labels(at("textDocument/completion", "plimsoll.yaml", head + "rules:\n  float^\n")))
        .contains("floating-image-tag");
    run.client().close(uri("plimsoll.yaml"));
    assertThat(
            labels(
                at(
                    "textDocument/completion",
                    "plimsoll.yaml",
                    head + "rules:\n  floating-image-tag:\n    severity: ^\n")))
        .contains("error", "warning", "info", "\"off\"");
    run.client().close(uri("plimsoll.yaml"));
    assertThat(
            labels(
                at(
                    "textDocument/completion",
                    "plimsoll.yaml",
                    head + "environments:\n  prod:\n    profile: ^\n")))
        .contains("development", "staging", "production");
  }

  @Test
  void chartFileIsCompleted() throws IOException {
    String head = "apiVersion: v2\nname: web\nversion: 1.0.0\n";
    CliRun.write(folder, "charts/db/Chart.yaml", "apiVersion: v2\nname: db\nversion: 1.0.0\n");
    try (LspRun own = LspRun.in(folder, CAPABILITIES)) {
      String chart = uri("charts/web/Chart.yaml");
      own.client()
          .open(chart, "yaml", head + "\ntype: \ndependencies:\n- name: \n  repository: \n");

      assertThat(labels(own.client().askAt("textDocument/completion", chart, 3, 0)))
          .contains("appVersion", "maintainers")
          .doesNotContain("version");
      assertThat(labels(own.client().askAt("textDocument/completion", chart, 4, 6)))
          .containsExactly("application", "library");
      assertThat(labels(own.client().askAt("textDocument/completion", chart, 6, 8))).contains("db");
      assertThat(labels(own.client().askAt("textDocument/completion", chart, 7, 14)))
          .contains("file://../db");
    }
  }

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
  void helmfileKeysAndReleasesAreCompleted() throws IOException {
    CliRun.write(
        folder,
        "helmfile.yaml",
        "releases:\n- name: web\n  chart: ./charts/web\n- name: api\n  chart: ./charts/web\n");
    try (LspRun own = LspRun.in(folder, "{}")) {
      String helmfile = uri("helmfile.yaml");
      own.client()
          .open(
              helmfile,
              "yaml",
              "releases:\n- name: web\n  chart: ./charts/web\n- name: api\n  chart: ./charts/web\n");
      own.client().diagnostics(helmfile);
      own.client()
          .replace(
              helmfile,
              "releases:\n- name: web\n  chart: ./charts/web\n- name: api\n  ver\n  needs:\n  - \n");

      assertThat(labels(own.client().askAt("textDocument/completion", helmfile, 4, 5)))
          .contains("version", "namespace")
          .doesNotContain("name");
      assertThat(labels(own.client().askAt("textDocument/completion", helmfile, 6, 4)))
          .contains("web", "api");
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
            run.client()
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

  @Test
  void signatureOfTheFunctionThatIsTyped() {
    JsonNode help =
        at("textDocument/signatureHelp", "charts/web/templates/web.yaml", "a: {{ trunc 63 ^ }}\n");

    assertThat(help.path("signatures").get(0).path("label").asString(""))
        .isEqualTo("trunc int string");
    assertThat(help.path("activeParameter").asInt(-1)).isEqualTo(1);
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

  @Test
  void fixIsMadeWhenItIsChosen() {
    String values = "environments/prod/values.yaml";
    String text = PROD + "levle: info\n";
    run.client().open(uri(values), "yaml", text);
    run.client().diagnostics(uri(values));
    JsonNode actions =
        run.client()
            .ask(
                "textDocument/codeAction",
                "{\"textDocument\": {\"uri\": %s}, \"range\": %s, \"context\": {\"diagnostics\": []}}"
                    .formatted(LspClient.quoted(uri(values)), LspClient.range(2, 0, 2, 5)));
    JsonNode fix =
        actions
            .valueStream()
            .filter(action -> action.path("title").asString("").startsWith("Rename"))
            .findFirst()
            .orElseThrow();
    JsonNode resolved = run.client().ask("codeAction/resolve", fix.toString());

    assertThat(fix.has("edit")).isFalse();
    assertThat(resolved.path("edit").toString()).contains("\"newText\":\"level\"", "\"version\":1");
  }

  @Test
  void suppressionIsWrittenIntoANewProjectFile() {
    String values = "environments/prod/values.yaml";
    run.client().open(uri(values), "yaml", PROD + "levle: info\n");
    run.client().diagnostics(uri(values));
    JsonNode actions =
        run.client()
            .ask(
                "textDocument/codeAction",
                "{\"textDocument\": {\"uri\": %s}, \"range\": %s, \"context\": {\"diagnostics\": []}}"
                    .formatted(LspClient.quoted(uri(values)), LspClient.range(2, 0, 2, 5)));
    JsonNode accept =
        actions
            .valueStream()
            .filter(action -> action.path("title").asString("").startsWith("Accept"))
            .findFirst()
            .orElseThrow();
    JsonNode edit = run.client().ask("codeAction/resolve", accept.toString()).path("edit");

    assertThat(edit.path("documentChanges").get(0).path("kind").asString("")).isEqualTo("create");
    assertThat(edit.toString())
        .contains("suppressions:\\n  - {rule: unknown-values-key, release: web, reason: ");
  }

  @Test
  void effectiveValuesAndManifestsAreDocuments() {
    String values =
        run.client()
            .ask(
                "workspace/textDocumentContent",
                "{\"uri\": \"plimsoll:/values/web/prod/-/values.yaml\"}")
            .path("text")
            .asString("");
    String manifest =
        run.client()
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

  private JsonNode command(String name, String arguments) {
    return run.client()
        .ask(
            "workspace/executeCommand",
            "{\"command\": \"" + name + "\", \"arguments\": [" + arguments + "]}");
  }
}
