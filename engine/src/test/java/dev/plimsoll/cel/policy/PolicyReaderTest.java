package dev.plimsoll.cel.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.source.SourceFile;
import dev.plimsoll.yaml.YamlParser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Mistakes in policies stand where they are in the file. */
final class PolicyReaderTest {

  private static final String HEAD =
      """
      apiVersion: admissionregistration.k8s.io/v1
      kind: ValidatingAdmissionPolicy
      metadata: {name: test}
      spec:
        matchConstraints:
          resourceRules:
            - {apiGroups: [apps], apiVersions: [v1], operations: [CREATE], resources: [deployments]}
        validations:
      """;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "    - expression: object.spec.replicas + 'a' > mistake\n",
        "    - expression: \"object.metadata.name == \\\"a\\\" || mistake\"\n",
        "    - expression: 'object.metadata.name == ''a'' || mistake'\n",
        "    - expression: |\n        object.spec.replicas > 1 &&\n          mistake\n",
        "    - expression: >-\n        object.spec.replicas > 1 &&\n        true\n\n        && mistake\n",
        "    - expression: |2\n          object.spec.replicas > 1 ||\n            // déjà 😀\n            mistake\n",
        "    - expression: object.spec.replicas > 1 &&\n        mistake\n",
        "    - expression: 'true'\n      messageExpression: \"'a' + mistake\"\n",
      })
  void unknownNamesAreUnderlined(String validation) {
    String text = HEAD + validation;
    PolicyFile read = read(text);
    assertThat(read.policies()).isEmpty();
    assertThat(read.problems())
        .singleElement()
        .satisfies(problem -> {
          assertThat(problem.message()).contains("mistake");
          assertThat(problem.location().file().text(problem.location().span()))
              .isEqualTo("mistake");
        });
  }

  @Test
  void syntaxErrorsStandWhereTheParserStops() {
    PolicyFile read = read(HEAD + "    - expression: |\n        1 +\n        + 2\n");
    assertThat(read.problems().getFirst().location()).hasToString("policy.yaml:11:9");
  }

  @Test
  void typeErrorsStandAtTheOperator() {
    PolicyFile read = read(HEAD + "    - expression: 1 + 'a' == 2\n");
    assertThat(read.problems())
        .singleElement()
        .satisfies(problem -> {
          assertThat(problem.message()).startsWith("`+` cannot be applied to ");
          assertThat(problem.location()).hasToString("policy.yaml:9:21");
        });
  }

  @Test
  void noTypeIsCalledByALetter() {
    assertThat(read(HEAD + "    - expression: 1 == 'a'\n").problems())
        .singleElement()
        .satisfies(problem ->
            assertThat(problem.message())
                .isEqualTo(
                    "`==` cannot be applied to `(int, string)`; it takes two of the same type."));
  }

  @Test
  void everyMistakeIsFoundAtOnce() {
    String text =
        HEAD
            + """
                - expression: object.spec.replicas
                - message: no expression
                - expression: variables.missing > 1
              variables:
                - {name: broken, expression: 1 +}
              matchConditions:
                - {name: number, expression: '1'}
            """
                .indent(2);
    assertThat(read(text).problems())
        .extracting(PolicyProblem::message)
        .hasSize(5)
        .anySatisfy(message -> assertThat(message).isEqualTo("A validation needs an `expression`."))
        .anySatisfy(
            message -> assertThat(message).isEqualTo("This must evaluate to bool but gives dyn."))
        .anySatisfy(
            message -> assertThat(message).isEqualTo("This must evaluate to bool but gives int."))
        .anySatisfy(message -> assertThat(message).startsWith("Undefined field 'missing'"));
  }

  @Test
  void otherDocumentsAreLeftAlone() {
    PolicyFile read = read("apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a}\n---\n- 1\n");
    assertThat(read.policies()).isEmpty();
    assertThat(read.problems()).isEmpty();
  }

  private static PolicyFile read(String text) {
    return PolicyReader.read(YamlParser.parse(new SourceFile("policy.yaml", text)));
  }
}
