package dev.plimsoll.cli;

import static dev.plimsoll.cli.CliRun.write;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rules that a team brings: what the commands say of them. */
final class OwnRulesTest {

  private static final String RULE =
      """
      id: missing-team-label
      category: team
      severity: {staging: warning, production: error}
      summary: A Deployment does not say which team answers for it.
      why: Somebody must be called at night.
      kinds: [apps/Deployment]
      validations:
        - expression: object.metadata.?labels.?team.orValue('') != ''
          messageExpression: subject + ' does not say which team answers for it.'
          at: [metadata.labels.team]
      """;

  private static final String BAD =
      """
      # file: environments/prod/values.yaml
      # A note.
      team: "" # expect: error [missing-team-label] 7..9 "Deployment `app` does not say"
      # file: charts/app/templates/app.yaml
      apiVersion: apps/v1
      kind: Deployment
      metadata:
        name: app
        labels:
          team: {{ .Values.team | quote }}
      """;

  @TempDir private Path workspace;

  @BeforeEach
  void writeRule() throws IOException {
    write(
        workspace,
        "plimsoll.yaml",
        "apiVersion: plimsoll.dev/v1\nkind: Project\nrulePacks: [policy/rules]\n");
    rule("rule.yaml", RULE);
    rule("bad.yaml", BAD);
    rule("good.yaml", BAD.replace("\"\" # expect: error", "shop # was: error"));
  }

  @Test
  void examplesThatAreAsTheySayPass() {
    CliRun run = CliRun.in(workspace, "rules", "test");

    assertThat(run.out()).isEqualTo("1 rule: every example is as it says.\n");
    assertThat(run.code()).isZero();
  }

  @Test
  void examplesThatAreNotAreNamedWithTheirLine() throws IOException {
    rule("good.yaml", BAD.replaceAll(" # expect.*", ""));
    rule("bad.yaml", BAD.replace("\"\" # expect", "shop # expect"));

    CliRun run = CliRun.in(workspace, "rules", "test", "policy");

    assertThat(run.out())
        .isEqualTo(
            """
            policy/rules/missing-team-label/bad.yaml:3: expected error [missing-team-label] and \
            there is none
            policy/rules/missing-team-label/good.yaml:3: unexpected; to expect it add `# expect: \
            error [missing-team-label] 7..9`: Deployment `app` does not say which team answers \
            for it.
            1 rule, 1 of them with failures.
            """);
    assertThat(run.code()).isEqualTo(1);
  }

  @Test
  void anExampleThatDoesNotRenderFails() throws IOException {
    rule("good.yaml", BAD.replaceAll(" # expect.*", "").replace("| quote", "| qoute"));

    CliRun run = CliRun.in(workspace, "rules", "test", "policy/rules/missing-team-label");

    assertThat(run.out())
        .startsWith("policy/rules/missing-team-label/good.yaml:10: unexpected; to expect it add")
        .contains("qoute");
    assertThat(run.code()).isEqualTo(1);
  }

  @Test
  void aRuleThatDoesNotCompileFailsAtTheColumn() throws IOException {
    rule("rule.yaml", RULE.replace("orValue('') != ''", "orValue('').size() > ''"));

    CliRun run = CliRun.in(workspace, "rules", "test");

    assertThat(run.out())
        .isEqualTo(
            """
            policy/rules/missing-team-label/rule.yaml:8:66: `>` cannot be applied to \
            `(int, string)`.
            1 rule, 1 of them with failures.
            """);
    assertThat(run.code()).isEqualTo(1);
  }

  @Test
  void withoutRulesThereIsNothingToTest() throws IOException {
    CliRun folder = CliRun.in(workspace, "rules", "test", ".");
    write(workspace, "plimsoll.yaml", "apiVersion: plimsoll.dev/v1\nkind: Project\n");
    write(workspace, "empty/readme.txt", "");

    assertThat(folder.code()).isZero();
    assertThat(CliRun.in(workspace, "rules", "test").err())
        .isEqualTo(
            "plimsoll: There are no rules to test: name a folder, or say `rulePacks` in"
                + " plimsoll.yaml.\n");
    assertThat(CliRun.in(workspace, "rules", "test", "empty").code()).isEqualTo(2);
  }

  @Test
  void aRuleIsListedAndExplainedLikeABuiltInOne() {
    assertThat(CliRun.in(workspace, "rules", "list").out())
        .containsPattern(
            "missing-team-label +team +off +warning +error +A Deployment does not say which");
    assertThat(CliRun.in(workspace, "explain", "missing-team-label").out())
        .isEqualTo(
            """
            missing-team-label (team)
            A Deployment does not say which team answers for it.

            Severity: off in development, warning in staging, error in production
            Fix:      by hand

            Why
              Somebody must be called at night.

            Bad
              # file: environments/prod/values.yaml
              # A note.
              team: ""
              # file: charts/app/templates/app.yaml
              apiVersion: apps/v1
              kind: Deployment
              metadata:
                name: app
                labels:
                  team: {{ .Values.team | quote }}

            Good
              # file: environments/prod/values.yaml
              # A note.
              team: shop # was: error [missing-team-label] 7..9 "Deployment `app` does not say"
              # file: charts/app/templates/app.yaml
              apiVersion: apps/v1
              kind: Deployment
              metadata:
                name: app
                labels:
                  team: {{ .Values.team | quote }}
            """);
  }

  @Test
  void checkReportsItInEveryForm() throws IOException {
    write(workspace, "charts/app/Chart.yaml", "apiVersion: v2\nname: app\nversion: 1.0.0\n");
    write(workspace, "charts/app/values.yaml", "team: \"\"\n");
    write(
        workspace,
        "charts/app/templates/app.yaml",
        """
        apiVersion: apps/v1
        kind: Deployment
        metadata:
          name: app
          labels:
            team: {{ .Values.team | quote }}
        """);
    write(workspace, "environments/prod/values.yaml", "{}\n");

    assertThat(CliRun.in(workspace, "check").out())
        .contains(
            """
            error[missing-team-label]: Deployment `app` does not say which team answers for it.
             --> charts/app/values.yaml:1:7
            """);
    assertThat(CliRun.in(workspace, "check", "--format", "json").out())
        .contains("\"helpUri\" : \"https://plimsoll.dev/docs/writing-rules\"");
    assertThat(CliRun.in(workspace, "check", "--format", "sarif").out())
        .contains("\"id\" : \"missing-team-label\"")
        .contains("\"text\" : \"Somebody must be called at night.\"");
  }

  private void rule(String file, String text) throws IOException {
    write(workspace, "policy/rules/missing-team-label/" + file, text);
  }
}
