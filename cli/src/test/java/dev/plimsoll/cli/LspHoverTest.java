package dev.plimsoll.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.testkit.LspClient;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/** What a hover says. */
final class LspHoverTest extends LspBench {

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
    client()
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
        client()
            .ask(
                "workspace/textDocumentContent",
                "{\"uri\": \"plimsoll:/values/web/prod/-/values.yaml\"}")
            .toString();

    assertThat(hover).contains("********").doesNotContain("hunter2");
    assertThat(values).contains("password").doesNotContain("hunter2");
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
  void hoverOverAFieldSaysWhatKubernetesSaysOfIt() {
    String text =
        at(
                "textDocument/hover",
                "charts/web/templates/web.yaml",
                """
                apiVersion: apps/v1
                kind: Deployment
                metadata:
                  name: web
                spec:
                  template:
                    spec:
                      containers:
                      - name: web
                        resources:
                          lim^its: {}
                """)
            .path("contents")
            .path("value")
            .asString("");

    assertThat(text)
        .contains("`spec.template.spec.containers[].resources.limits` of Deployment (`apps/v1`")
        .contains("Limits describes the maximum amount of compute resources allowed.");
  }

  @Test
  void hoverOverAValueSaysWhatTheFieldsThatItGoesToAreFor() throws IOException {
    CliRun.write(
        folder,
        "charts/web/templates/pod.yaml",
        """
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          terminationGracePeriodSeconds: {{ .Values.grace }}
          containers:
          - name: web
            image: web:1.0.0
        """);
    CliRun.write(folder, "charts/web/values.yaml", DEFAULTS + "grace: 30\n");
    try (LspRun own = LspRun.in(folder, CAPABILITIES)) {
      String values = uri("charts/web/values.yaml");
      own.client().open(values, "yaml", DEFAULTS + "grace: 30\n");

      assertThat(
              own.client()
                  .askAt("textDocument/hover", values, 4, 2)
                  .path("contents")
                  .path("value")
                  .asString(""))
          .contains("- Pod `web`: `spec.terminationGracePeriodSeconds`")
          .contains(
              "Kubernetes, `terminationGracePeriodSeconds`: Optional duration in seconds the pod"
                  + " needs to terminate gracefully.");
    }
  }

  /** Kubernetes knows nothing of keys that a user chose. */
  @Test
  void hoverOverAValueOfAConfigMapHasNoTextOfKubernetes() {
    assertThat(
            at("textDocument/hover", "charts/web/values.yaml", DEFAULTS.replace("tag", "ta^g"))
                .toString())
        .contains("ConfigMap `web`: `data.tag`")
        .doesNotContain("Kubernetes, ");
  }

  @Test
  void hoverInTheProjectFileAndInChartYamlSaysWhatAFieldIsFor() throws IOException {
    assertThat(hover("charts/web/Chart.yaml", "apiVersion: v2\nname: web\nver^sion: 1.0.0\n"))
        .contains("`version`", "Schema: string, required");
    assertThat(
            hover(
                "plimsoll.yaml",
                "apiVersion: plimsoll.dev/v1\nkind: Project\nenvironments:\n  prod: {pro^file: production}\n"))
        .contains("`environments.prod.profile`", "one of `\"development\"`");
  }

  @Test
  void hoverOverTheNameOfARuleSaysWhatItWantsAndWhy() {
    String head = "apiVersion: plimsoll.dev/v1\nkind: Project\n";
    assertThat(hover("plimsoll.yaml", head + "rules:\n  floating-im^age-tag: {severity: info}\n"))
        .startsWith("# floating-image-tag\n")
        .contains("## Why", "## When it is fine");
    client().close(uri("plimsoll.yaml"));
    assertThat(
            hover(
                "plimsoll.yaml",
                head
                    + "suppressions:\n- {rule: unused-va^lue, reason: later, expires: 2027-01-31}\n"))
        .startsWith("# unused-value\n");
  }

  private String hover(String path, String marked) {
    return at("textDocument/hover", path, marked).path("contents").path("value").asString("");
  }
}
