package dev.plimsoll.project;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.analysis.AnalysisResult;
import dev.plimsoll.diagnostic.RuleId;
import dev.plimsoll.diagnostic.Severity;
import dev.plimsoll.rule.Profile;
import dev.plimsoll.rule.RuleMetadata;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class OwnRulesTest {

  private static final String PROJECT =
      """
      # file: plimsoll.yaml
      apiVersion: plimsoll.dev/v1
      kind: Project
      rulePacks: [policy/rules]
      """;

  private static final String RULE =
      """
      # file: policy/rules/team/missing-team-label/rule.yaml
      id: missing-team-label
      severity: {development: off, staging: warning, production: error}
      summary: A workload does not say which team answers for it.
      kinds: [apps/Deployment]
      parameters:
        - {name: label, type: string, default: team, description: The label.}
      validations:
        - expression: "object.metadata.labels[params.label] != ''"
          messageExpression: subject + ' has no label ' + params.label + '.'
      """;

  private static final String RELEASE =
      """
      # file: charts/app/Chart.yaml
      apiVersion: v2
      name: app
      version: 1.0.0
      icon: https://charts.example.org/app.svg
      # file: charts/app/values.yaml
      team: ""
      owner: ""
      # file: charts/app/templates/app.yaml
      apiVersion: apps/v1
      kind: Deployment
      metadata:
        name: app
        labels:
          team: {{ .Values.team | quote }}
          owner: {{ .Values.owner | quote }}
      # file: environments/dev/values.yaml
      # file: environments/staging/values.yaml
      team: shop
      # file: environments/prod/values.yaml
      owner: shop
      """;

  @Test
  void aRuleJudgesObjectsInEachProfileAndPointsIntoTheValues() {
    assertThat(said(PROJECT + RULE + RELEASE))
        .containsExactly(
            "charts/app/values.yaml:1:7 error missing-team-label:"
                + " Deployment `app` has no label team. [app in prod]");
  }

  @Test
  void theProjectSetsItLikeABuiltInRule() {
    String settings =
        """
        rules:
          missing-team-label: {severity: info, params: {label: owner}}
        """;

    assertThat(said(PROJECT + settings + RULE + RELEASE))
        .containsExactly(
            "charts/app/values.yaml:2:8 info missing-team-label:"
                + " Deployment `app` has no label owner. [app in dev, app in staging]");
  }

  @Test
  void theProjectSuppressesItLikeABuiltInRule() {
    String settings =
        """
        suppressions:
          - {rule: missing-team-label, environment: prod, reason: It has an owner.}
        """;

    assertThat(said(PROJECT + settings + RULE + RELEASE)).isEmpty();
  }

  @Test
  void everyMistakeInARuleIsShownAtItsPlace() {
    String rule =
        """
        # file: policy/rules/wrong/rule.yaml
        id: wrong
        severity: {prod: error}
        sumary: Nothing.
        parameters:
          - {name: most, type: integer, default: many}
        each: containers
        variables:
          - {name: images, expression: object.spec}
          - {name: images, expression: object.spec}
        validations:
          - message: There is no expression.
          - expression: "true"
        """;

    assertThat(said(PROJECT + rule))
        .containsExactly(
            "policy/rules/wrong/rule.yaml:1:1 error invalid-rule: A rule needs `summary`. []",
            "policy/rules/wrong/rule.yaml:2:12 error invalid-rule: `severity` has no key `prod`;"
                + " it has `development`, `staging` and `production`. []",
            "policy/rules/wrong/rule.yaml:3:1 error invalid-rule: The file of a rule has no key"
                + " `sumary`; did you mean `summary`? []",
            "policy/rules/wrong/rule.yaml:5:42 error invalid-rule: `parameters[0].default` must be"
                + " a whole number, as `type` says. []",
            "policy/rules/wrong/rule.yaml:6:7 error invalid-rule: `each` must be one of `object`,"
                + " `pod`, `container`, `initContainer`, `anyContainer`, `volume` and"
                + " `policyRule`; did you mean `container`? []",
            "policy/rules/wrong/rule.yaml:9:12 error invalid-rule: There is another `images`"
                + " above. []",
            "policy/rules/wrong/rule.yaml:11:5 error invalid-rule: `validations[0]` needs an"
                + " `expression`. []",
            "policy/rules/wrong/rule.yaml:12:5 error invalid-rule: `validations[1]` needs a"
                + " `message` or a `messageExpression`. []");
  }

  @Test
  void everyMistakeInAnExpressionIsShownAtItsColumn() {
    String rule =
        """
        # file: policy/rules/wrong/rule.yaml
        id: wrong
        severity: {production: error}
        summary: Something is wrong.
        matchConditions:
          - {name: some, expression: objct.spec != null}
        validations:
          - expression: >-
              object.spec.replicas > 1 &&
              subject > 2
            message: 'Wrong.'
            messageExpression: 1 + 2
        """;

    assertThat(said(PROJECT + rule))
        .containsExactly(
            "policy/rules/wrong/rule.yaml:5:30 error invalid-rule: There is no `objct` that an"
                + " expression could use here. []",
            "policy/rules/wrong/rule.yaml:9:15 error invalid-rule: `>` cannot be applied to"
                + " `(string, int)`. []",
            "policy/rules/wrong/rule.yaml:11:24 error invalid-rule: This must evaluate to string"
                + " but gives int. []");
  }

  @Test
  void whatARuleCannotJudgeIsNotChecked() {
    String rule =
        """
        # file: policy/rules/missing-owner/rule.yaml
        id: missing-owner
        severity: {production: error}
        summary: An object has no owner.
        validations:
          - expression: object.metadata.labels.release != ''
            message: The object has no owner.
        """;

    AnalysisResult result = analyze(PROJECT + rule + RELEASE);

    assertThat(result.diagnostics()).isEmpty();
    assertThat(result.notChecked())
        .extracting(each -> each.location() + " " + each.reason() + " " + each.affects())
        .containsExactly(
            "policy/rules/missing-owner/rule.yaml:5:17 `missing-owner` could not judge Deployment"
                + " `app` and 2 others: no such key: release."
                + " [app in dev, app in prod, app in staging]");
  }

  @Test
  void aRuleSeesItsReleaseAndTheOthersOfItsEnvironment() {
    String rule =
        """
        # file: policy/rules/around/rule.yaml
        id: around
        severity: {development: error, staging: error, production: error}
        summary: Something around is wrong.
        validations:
          - expression: environment.name != 'prod' || cluster.name != '' || estate.size() > 1
            messageExpression: >-
              release.name + ' ' + release.version + ' in ' + environment.name + ' has ' +
              string(objects.size()) + ' object, and ' + estate[0].chart + ' says ' + values.owner
        """;

    assertThat(said(PROJECT + rule + RELEASE))
        .singleElement()
        .asString()
        .endsWith("error around: App 1.0.0 in prod has 1 object, and app says shop [app in prod]");
    assertThat(said(PROJECT + rule.replace("release.version", "release.verson") + RELEASE))
        .singleElement()
        .asString()
        .contains("rule.yaml:7:35 error invalid-rule: Undefined field 'verson'.");
  }

  @Test
  void aRuleHasANameOfItsOwn() {
    String again = RULE.replace("rules/team/", "rules/other/");
    String builtIn = RULE.replace("missing-team-label", "known-rule");

    assertThat(said(PROJECT + RULE + again + builtIn))
        .containsExactly(
            "policy/rules/team/known-rule/rule.yaml:1:5 error invalid-rule: Plimsoll has a rule"
                + " `known-rule`; give this one another `id`. []",
            "policy/rules/team/missing-team-label/rule.yaml:1:5 error invalid-rule: There is"
                + " another rule `missing-team-label` in"
                + " `policy/rules/other/missing-team-label/rule.yaml`. []");
    assertThat(said(PROJECT + RULE.replace("/missing-team-label/", "/team-label/")))
        .containsExactly(
            "policy/rules/team/team-label/rule.yaml:1:5 error invalid-rule: The rule is called"
                + " `missing-team-label` and its folder `team-label`; name both alike. []");
  }

  @Test
  void aFolderWithoutRulesIsAMistakeOfTheProject() {
    assertThat(said(PROJECT))
        .containsExactly(
            "plimsoll.yaml:3:13 error invalid-project-file: There is no such folder in the"
                + " workspace. []");
    assertThat(said(PROJECT + "# file: policy/rules/readme.txt\nNothing.\n"))
        .containsExactly(
            "plimsoll.yaml:3:13 error invalid-project-file: The folder holds no rule; a rule is a"
                + " folder with a `rule.yaml`. []");
  }

  private static List<String> said(String text) {
    return TextAnalysis.said(analyze(text));
  }

  private static AnalysisResult analyze(String text) {
    return TextAnalysis.analyze(text, rule("known-rule"));
  }

  private static RuleMetadata rule(String id) {
    return new RuleMetadata(
        new RuleId(id),
        List.of(),
        "workload",
        Map.of(Profile.PRODUCTION, Severity.ERROR),
        "Summary.",
        "Why.",
        "Never.",
        List.of(),
        List.of(),
        false);
  }
}
