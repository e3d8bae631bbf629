package dev.plimsoll.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What is offered while somebody types. */
final class LspCompletionTest extends LspBench {

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
    client().close(uri(template));
    assertThat(labels(at("textDocument/completion", template, "a: {{ include \"^\n")))
        .contains("web.name");
    client().close(uri(template));
    assertThat(labels(at("textDocument/completion", template, "a: {{ .Release.^ }}\n")))
        .contains("Name", "Namespace");
    client().close(uri(template));
    assertThat(labels(at("textDocument/completion", template, "a: {{ quo^ }}\n")))
        .contains("quote", "squote");
    client().close(uri(template));
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
    client().open(uri(dev), "yaml", "level: debug\ndeb: 1\n");
    client().diagnostics(uri(dev));
    assertThat(labels(client().askAt("textDocument/completion", uri(dev), 1, 3)))
        .contains("debug", "image")
        .doesNotContain("deb");

    String template = "charts/web/templates/web.yaml";
    client().open(uri(template), "helm", "a: {{ .Values.ima }}\n");
    client().diagnostics(uri(template));
    assertThat(labels(client().askAt("textDocument/completion", uri(template), 0, 17)))
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
                && item.path("detail").asString("").equals("object, required")
                && item.path("documentation")
                    .path("value")
                    .asString("")
                    .startsWith("Label selector for pods."));
    client().close(uri(template));
    String pods = head + "spec:\n  template:\n    spec:\n      containers:\n      - name: web\n";
    assertThat(labels(at("textDocument/completion", template, pods + "        ima^\n")))
        .contains("image", "imagePullPolicy")
        .doesNotContain("name");
    client().close(uri(template));
    assertThat(
            labels(at("textDocument/completion", template, pods + "        imagePullPolicy: ^\n")))
        .containsExactly("Always", "IfNotPresent", "Never");
    client().close(uri(template));
    assertThat(labels(at("textDocument/completion", template, "apiVersion: apps/v1\nkind: ^\n")))
        .contains("Deployment", "StatefulSet")
        .doesNotContain("Service");
  }

  @Test
  void projectFileIsCompleted() {
    String head = "apiVersion: plimsoll.dev/v1\nkind: Project\n";
    assertThat(labels(at("textDocument/completion", "plimsoll.yaml", head + "^\n")))
        .contains("rules", "environments", "suppressions")
        .doesNotContain("kind");
    client().close(uri("plimsoll.yaml"));
    assertThat(labels(at("textDocument/completion", "plimsoll.yaml", head + "rules:\n  float^\n")))
        .contains("floating-image-tag");
    client().close(uri("plimsoll.yaml"));
    assertThat(
            labels(
                at(
                    "textDocument/completion",
                    "plimsoll.yaml",
                    head + "rules:\n  floating-image-tag:\n    severity: ^\n")))
        .contains("error", "warning", "info", "\"off\"");
    client().close(uri("plimsoll.yaml"));
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
  void signatureOfTheFunctionThatIsTyped() {
    JsonNode help =
        at("textDocument/signatureHelp", "charts/web/templates/web.yaml", "a: {{ trunc 63 ^ }}\n");

    assertThat(help.path("signatures").get(0).path("label").asString(""))
        .isEqualTo("trunc int string");
    assertThat(help.path("activeParameter").asInt(-1)).isEqualTo(1);
  }
}
