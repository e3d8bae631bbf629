package dev.plimsoll.project;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.analysis.AnalysisResult;
import java.util.List;
import org.junit.jupiter.api.Test;

final class AdmissionPoliciesTest {

  private static final String PROJECT =
      """
      # file: plimsoll.yaml
      apiVersion: plimsoll.dev/v1
      kind: Project
      admissionPolicies: [policy/admission]
      """;

  private static final String POLICY =
      """
      # file: policy/admission/replicas.yaml
      apiVersion: admissionregistration.k8s.io/v1
      kind: ValidatingAdmissionPolicy
      metadata: {name: few.replicas}
      spec:
        paramKind: {apiVersion: v1, kind: ConfigMap}
        matchConstraints:
          resourceRules:
            - {apiGroups: [apps], apiVersions: [v1], operations: [CREATE], resources: [deployments]}
        matchConditions:
          - {name: not-batch, expression: "object.metadata.name != 'batch'"}
        variables:
          - {name: most, expression: int(params.data.most)}
        validations:
          - expression: object.spec.replicas <= variables.most
            messageExpression: "'at most ' + string(variables.most) + ' replicas'"
      ---
      apiVersion: v1
      kind: ConfigMap
      metadata: {name: few, namespace: default}
      data: {most: "3"}
      """;

  private static final String BINDING =
      """
      ---
      apiVersion: admissionregistration.k8s.io/v1
      kind: ValidatingAdmissionPolicyBinding
      metadata: {name: few}
      spec:
        policyName: few.replicas
        paramRef: {name: few, namespace: default, parameterNotFoundAction: Deny}
        validationActions: [Deny]
      """;

  private static final String RELEASE =
      """
      # file: charts/app/Chart.yaml
      apiVersion: v2
      name: app
      version: 1.0.0
      icon: https://charts.example.org/app.svg
      # file: charts/app/values.yaml
      replicas: 2
      # file: charts/app/templates/app.yaml
      apiVersion: apps/v1
      kind: Deployment
      metadata: {name: app}
      spec: {replicas: {{ .Values.replicas }}}
      ---
      apiVersion: apps/v1
      kind: Deployment
      metadata: {name: batch}
      spec: {replicas: {{ .Values.replicas }}}
      # file: environments/dev/values.yaml
      # file: environments/prod/values.yaml
      replicas: 5
      """;

  @Test
  void anObjectThatTheServerWouldRefuseIsShownAtItsValue() {
    assertThat(said(PROJECT + POLICY + BINDING + RELEASE))
        .containsExactly(
            "environments/prod/values.yaml:1:11 error vap-few-replicas: Deployment `app`: at most 3"
                + " replicas. [app in prod]");
  }

  @Test
  void theActionsOfABindingSayHowBadItIs() {
    assertThat(said(PROJECT + POLICY + BINDING.replace("Deny]", "Warn]") + RELEASE))
        .singleElement()
        .asString()
        .contains(" warning vap-few-replicas");
    assertThat(said(PROJECT + POLICY + BINDING.replace("Deny]", "Audit]") + RELEASE))
        .singleElement()
        .asString()
        .contains(" info vap-few-replicas");
  }

  @Test
  void aPolicyIsSetAndSuppressedByItsName() {
    String settings = "rules: {'vap:few.replicas': {severity: warning}}\n";
    String suppression =
        "suppressions: [{rule: vap-few-replicas, release: app, reason: It is busy.}]\n";

    assertThat(said(PROJECT + settings + POLICY + BINDING + RELEASE))
        .singleElement()
        .asString()
        .contains(" warning vap-few-replicas");
    assertThat(said(PROJECT + suppression + POLICY + BINDING + RELEASE)).isEmpty();
  }

  @Test
  void namespacesAreThoseOfTheEstate() {
    String bound =
        BINDING.replace(
            "  validationActions",
            "  matchResources: {namespaceSelector: {matchLabels: {tier: web}}}\n"
                + "  validationActions");
    String namespace =
        """
        ---
        apiVersion: v1
        kind: Namespace
        metadata: {name: default, labels: {tier: %s}}
        """;

    assertThat(said(PROJECT + POLICY + bound + namespace.formatted("web") + RELEASE)).hasSize(1);
    assertThat(said(PROJECT + POLICY + bound + namespace.formatted("data") + RELEASE)).isEmpty();
    AnalysisResult unknown = analyze(PROJECT + POLICY + bound + RELEASE);
    assertThat(unknown.diagnostics()).isEmpty();
    assertThat(unknown.notChecked())
        .extracting(each -> each.location() + " " + each.reason())
        .containsExactly(
            "policy/admission/replicas.yaml:3:18 `vap-few-replicas` could not judge Deployment"
                + " `app` and 3 others: it depends on the labels of the namespace.");
  }

  @Test
  void aMistakeInAPolicyIsShownInItsFile() {
    String policy = POLICY.replace("variables.most\n", "variables.mots\n");

    assertThat(said(PROJECT + policy + BINDING + RELEASE))
        .containsExactly(
            "policy/admission/replicas.yaml:14:52 error invalid-admission-policy: Undefined field"
                + " 'mots'. []");
  }

  @Test
  void aPolicyThatNothingPutsToUseIsPointedAt() {
    String other = BINDING.replace("few.replicas", "fewreplicas");

    assertThat(said(PROJECT + POLICY + other + RELEASE))
        .containsExactly(
            "policy/admission/replicas.yaml:3:18 warning invalid-admission-policy: No binding puts"
                + " this policy to use, so it judges nothing. []",
            "policy/admission/replicas.yaml:24:18 warning invalid-admission-policy: There is no"
                + " policy `fewreplicas` here, so this binding does nothing. []");
  }

  private static List<String> said(String text) {
    return TextAnalysis.said(analyze(text));
  }

  private static AnalysisResult analyze(String text) {
    return TextAnalysis.analyze(text);
  }
}
