package dev.plimsoll.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What an editor knows of the file of a rule. */
final class LspRuleFileTest extends LspBench {

  private static final String RULE = "policy/rules/team/missing-team-label/rule.yaml";

  private static final String TEXT =
      """
      id: missing-team-label
      severity: {production: error}
      summary: A Deployment does not say which team answers for it.
      kinds: [apps/Deployment]
      each: container
      parameters:
        - {name: teams, type: strings, default: [shop], description: The teams that there are.}
      variables:
        - {name: team, expression: "object.metadata.?labels.?team.orValue('')"}
      validations:
        - expression: variables.team in params.teams
          message: The Deployment names none of our teams.
          fix: {value: shop, applicability: safe}
      """;

  @BeforeEach
  void writeProject() throws IOException {
    CliRun.write(
        folder,
        "plimsoll.yaml",
        "apiVersion: plimsoll.dev/v1\nkind: Project\nrulePacks: [policy/rules]\n");
    CliRun.write(folder, RULE, TEXT);
  }

  @Test
  void hoverSaysWhatAFieldTakes() {
    assertThat(hover("each:", "ea^ch:"))
        .startsWith("`each`\n\nWhat is judged one by one; the whole object without it.")
        .contains("one of `\"object\"`, `\"pod\"`, `\"container\"`");
    assertThat(hover("applicability: safe", "applicability: sa^fe"))
        .startsWith("`validations[0].fix.applicability`\n\n`safe` keeps the meaning");
  }

  @Test
  void hoverInAnExpressionSaysWhatAVariableIs() {
    assertThat(hover("params.teams", "params.te^ams"))
        .isEqualTo("`params.teams`\n\nThe teams that there are.");
    assertThat(hover("variables.team in", "variables.te^am in"))
        .isEqualTo("`variables.team`\n\nobject.metadata.?labels.?team.orValue('')");
    assertThat(hover("object.metadata", "obj^ect.metadata"))
        .isEqualTo("`object`\n\nThe object that is judged.");
  }

  @Test
  void keysAndTheirValuesAreCompleted() {
    assertThat(completion(TEXT + "^\n")).contains("why", "fine", "pods").doesNotContain("kinds");
    assertThat(completion(TEXT.replace("each: container", "each: ^")))
        .containsExactly(
            "object", "pod", "container", "initContainer", "anyContainer", "volume", "policyRule");
    assertThat(completion(TEXT.replace("kinds: [apps/Deployment]", "kinds:\n  - ^")))
        .contains("ConfigMap", "apps/Deployment", "batch/CronJob");
    assertThat(completion(TEXT.replace("{production: error}", "\n  production: ^")))
        .contains("error", "warning", "info", "\"off\"");
  }

  @Test
  void variablesOfAnExpressionAreCompleted() {
    String expression = "expression: variables.team in params.teams";
    assertThat(completion(TEXT.replace(expression, "expression: ^")))
        .contains("object", "container", "pod", "params", "variables", "environment")
        .doesNotContain("volume");
    assertThat(completion(TEXT.replace(expression, "expression: object.metadata != params.^")))
        .containsExactly("teams");
    assertThat(completion(TEXT.replace(expression, "expression: >-\n      variables.te^")))
        .containsExactly("team");
  }

  @Test
  void expressionsInBracesAreKnownToo() {
    String block =
        """
          - expression: variables.team in params.teams
            message: The Deployment names none of our teams.
            fix: {value: shop, applicability: safe}
        """;
    String flow = "  - {message: \"None, of: ours\", expression: ";
    String inBraces = flow + "variables.team in params.teams}\n";

    assertThat(completion(TEXT.replace(block, flow + "object.metadata != params.^}\n")))
        .containsExactly("teams");
    assertThat(completion(TEXT.replace(block, flow + "\"variables.^\n"))).containsExactly("team");
    assertThat(
            completion(
                TEXT.replace(
                    block,
                    "  - {message: None,\n     expression: 'params.teams != ''a, b: c'' && ^'}\n")))
        .contains("object", "container", "params");
    assertThat(completion(TEXT.replace(block, "  - {message: None, ^}\n")))
        .contains("expression", "fix")
        .doesNotContain("message", "summary");
    assertThat(completion(TEXT.replace("applicability: safe}", "applicability: ^}")))
        .contains("safe", "unsafe");
    assertThat(completion(TEXT.replace("{production: error}", "{production: error, st^}")))
        .contains("staging")
        .doesNotContain("production");
    assertThat(hover(block, inBraces.replace("params.teams", "params.te^ams")))
        .isEqualTo("`params.teams`\n\nThe teams that there are.");
    assertThat(hover(block, inBraces.replace("variables.team", "vari^ables.team")))
        .contains("object.metadata.?labels");
  }

  private String hover(String part, String marked) {
    JsonNode hover = at("textDocument/hover", RULE, TEXT.replace(part, marked));
    client().close(uri(RULE));
    return hover.path("contents").path("value").asString("");
  }

  private List<String> completion(String marked) {
    List<String> labels = labels(at("textDocument/completion", RULE, marked));
    client().close(uri(RULE));
    return labels;
  }
}
