package dev.plimsoll.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.diagnostic.AcceptedBy;
import dev.plimsoll.diagnostic.RuleId;
import dev.plimsoll.diagnostic.Severity;
import dev.plimsoll.project.ProjectRules;
import dev.plimsoll.project.TextAnalysis;
import dev.plimsoll.rule.Profile;
import dev.plimsoll.rule.RuleMetadata;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class WrittenSuppressionsTest {

  private static final String PROJECT =
      """
      # file: plimsoll.yaml
      apiVersion: plimsoll.dev/v1
      kind: Project
      rulePacks: [policy]
      """;

  private static final String RULE =
      """
      # file: policy/single-replica-here/rule.yaml
      id: single-replica-here
      severity: {production: error, staging: error}
      summary: A Deployment has one replica.
      kinds: [apps/Deployment]
      validations:
        - expression: object.spec.replicas > 1
          message: There is one replica.
      # file: policy/latest-image/rule.yaml
      id: latest-image
      severity: {production: error, staging: error}
      summary: An image has no version.
      each: container
      validations:
        - expression: "!container.image.endsWith(':latest')"
          messageExpression: subject + ' has no version.'
      # file: charts/app/Chart.yaml
      apiVersion: v2
      name: app
      version: 1.0.0
      icon: https://charts.example.org/app.svg
      # file: charts/app/values.yaml
      web:
        replicas: 2
        tag: latest
      """;

  private static final String TEMPLATE =
      """
      # file: charts/app/templates/app.yaml
      apiVersion: apps/v1
      kind: Deployment
      metadata:
        name: app
        annotations: {}
      spec:
        replicas: {{ .Values.web.replicas }}
        template:
          spec:
            containers:
              - name: web
                image: shop:{{ .Values.web.tag }}
              - name: agent
                image: agent:latest
      """;

  private static final String VALUES =
      """
      # file: environments/prod/values.yaml
      web:
        replicas: 1
      """;

  private static final String WEB = "container `web` of Deployment `app` has no version.";
  private static final String AGENT = "container `agent` of Deployment `app` has no version.";

  @Test
  void withoutASuppressionEverythingCounts() {
    assertThat(counted(PROJECT + RULE + TEMPLATE + VALUES))
        .containsExactly(
            "charts/app/templates/app.yaml:14:18 C" + AGENT.substring(1),
            "charts/app/values.yaml:3:8 C" + WEB.substring(1),
            "environments/prod/values.yaml:2:13 There is one replica.");
  }

  @Test
  void aCommentBehindAValueAcceptsWhatItsLineDecides() {
    String values =
        VALUES.replace(
            "replicas: 1",
            "replicas: 1 # plimsoll: allow single-replica-here until 2027-01-31 because it is small");

    AnalysisResult result = analyze(PROJECT + RULE + TEMPLATE + values);

    assertThat(result.diagnostics())
        .filteredOn(each -> each.rule().value().equals("single-replica-here"))
        .singleElement()
        .satisfies(each ->
            assertThat(each.accepted())
                .hasValueSatisfying(by -> {
                  assertThat(by.kind()).isEqualTo(AcceptedBy.Kind.SUPPRESSION);
                  assertThat(by.reason()).isEqualTo("it is small");
                  assertThat(by.expires()).contains(LocalDate.of(2027, 1, 31));
                }));
    assertThat(result.suppressions())
        .singleElement()
        .satisfies(use -> assertThat(use.matched()).isEqualTo(1));
  }

  @Test
  void aCommentAloneSpeaksOfWhatIsBelowIt() {
    String values =
        VALUES.replace(
            "web:\n", "# plimsoll: allow single-replica-here because it is small\nweb:\n");

    assertThat(counted(PROJECT + RULE + TEMPLATE + values)).hasSize(2);
  }

  @Test
  void aCommentInATemplateAcceptsWhatItWritesWhoeverDecides() {
    String template =
        TEMPLATE.replace(
            "- name: web",
            "{{- /* plimsoll: allow latest-image because pinned */}}\n        - name: web");

    assertThat(counted(PROJECT + RULE + template + VALUES))
        .containsExactly(
            "charts/app/templates/app.yaml:15:18 C" + AGENT.substring(1),
            "environments/prod/values.yaml:2:13 There is one replica.");
  }

  @Test
  void anAnnotationAcceptsWhatIsWrongWithItsObject() {
    String template =
        TEMPLATE.replace(
            "annotations: {}",
            "annotations: {plimsoll.dev/allow-latest-image: It is built each night.}");

    assertThat(counted(PROJECT + RULE + template + VALUES))
        .containsExactly("environments/prod/values.yaml:2:13 There is one replica.");
  }

  @Test
  void theProjectFileMayNameKindNameAndContainer() {
    String suppression =
        """
        suppressions:
          - {rule: latest-image, kind: Deployment, name: "a*", container: agent, reason: Theirs.}
        """;

    assertThat(counted(PROJECT + suppression + RULE + TEMPLATE + VALUES))
        .containsExactly(
            "charts/app/values.yaml:3:8 C" + WEB.substring(1),
            "environments/prod/values.yaml:2:13 There is one replica.");
    assertThat(counted(PROJECT + suppression.replace("a*", "b*") + RULE + TEMPLATE + VALUES))
        .hasSize(4);
  }

  @Test
  void whatHasExpiredOrHasNothingToDoIsReported() {
    String values =
        VALUES
            .replace(
                "replicas: 1",
                "replicas: 1 # plimsoll: allow single-replica-here until 2026-01-31 because then")
            .concat("  size: 3 # plimsoll: allow latest-image because it was\n");

    assertThat(counted(PROJECT + RULE + TEMPLATE + values))
        .contains(
            "environments/prod/values.yaml:2:13 There is one replica.",
            "environments/prod/values.yaml:2:59 This suppression held until 2026-01-31 and accepts"
                + " nothing any more; mend what it matches, or decide again and set a new date.",
            "environments/prod/values.yaml:3:29 This suppression of `latest-image` matches"
                + " nothing; remove it.");
  }

  @Test
  void whatIsNoSuppressionIsSaid() {
    String values =
        VALUES
            .concat("  a: 1 # plimsoll: allow latest-image\n")
            .concat("  b: 1 # plimsoll: alow latest-image because\n")
            .concat("  c: 1 # plimsoll: allow latest-imag because it was\n")
            .concat("  d: 1 # plimsoll: allow latest-image until soon because it was\n");

    assertThat(counted(PROJECT + RULE + TEMPLATE + values))
        .contains(
            "environments/prod/values.yaml:3:20 A suppression must say `because` of what it is, so"
                + " this one suppresses nothing.",
            "environments/prod/values.yaml:4:20 This is not understood; a comment for Plimsoll says"
                + " `plimsoll: allow RULE [until DATE] because REASON`.",
            "environments/prod/values.yaml:5:26 There is no rule `latest-imag`; did you mean"
                + " `latest-image`?",
            "environments/prod/values.yaml:6:45 A suppression holds until a date such as"
                + " `2027-03-31`.");
  }

  @Test
  void aBaselineSurvivesNewIndentation() {
    String before = PROJECT + RULE + TEMPLATE + VALUES;
    String baseline = Baseline.write(analyze(before).diagnostics());
    String after =
        PROJECT
            + RULE.replace(
                "  replicas: 2\n  tag: latest", "\n      replicas: 2\n\n      tag: latest")
            + TEMPLATE
            + VALUES.replace("  replicas: 1", "# A note.\n        replicas:   1")
            + "# file: .plimsoll-baseline.json\n"
            + baseline;

    assertThat(counted(after)).isEmpty();
  }

  private static List<String> counted(String text) {
    return analyze(text).diagnostics().stream()
        .filter(each -> each.accepted().isEmpty())
        .map(each -> each.location() + " " + each.message())
        .toList();
  }

  private static AnalysisResult analyze(String text) {
    return TextAnalysis.analyze(
        text,
        rule(ProjectRules.UNUSED_SUPPRESSION),
        rule(ProjectRules.EXPIRED_SUPPRESSION),
        rule(ProjectRules.SUPPRESSION_WITHOUT_REASON));
  }

  private static RuleMetadata rule(RuleId id) {
    return new RuleMetadata(
        id,
        List.of(),
        "project",
        Map.of(Profile.PRODUCTION, Severity.ERROR),
        "Summary.",
        "Why.",
        "Never.",
        List.of(),
        List.of(),
        false);
  }
}
