package dev.plimsoll.cel.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.cel.compile.CelText;
import dev.plimsoll.cel.compile.RuleSource;
import dev.plimsoll.cel.value.FieldRead;
import dev.plimsoll.source.SourceFile;
import dev.plimsoll.yaml.YamlFile;
import dev.plimsoll.yaml.YamlParser;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What policies say without a cluster, and where they point. */
final class VapPolicyTest {

  private static final String OBJECT =
      """
      apiVersion: apps/v1
      kind: Deployment
      metadata: {name: shop, labels: {app: shop}}
      spec:
        replicas: 2
        template:
          spec:
            containers:
              - {name: a, image: "a:1"}
              - {name: b, image: "b:latest"}
              - {name: c, image: "c:2"}
      """;

  private static final List<ResourceRule> DEPLOYMENTS =
      List.of(
          new ResourceRule(
              List.of("apps"),
              List.of("v1"),
              List.of("CREATE"),
              List.of("deployments"),
              List.of(),
              "*"));

  @Test
  void theFieldThatDecidedIsKnown() {
    assertThat(reads("object.spec.template.spec.containers.all(c, !c.image.endsWith(':latest'))"))
        .containsExactly("spec.template.spec.containers[1].image");
    assertThat(reads("object.spec.replicas > 1 && object.metadata.name == 'other'"))
        .containsExactly("metadata.name");
    assertThat(reads("object.metadata.name == 'other' || object.spec.replicas > 2"))
        .containsExactly("metadata.name", "spec.replicas");
    assertThat(reads("object.metadata.labels.all(k, object.metadata.labels[k] == 'x')"))
        .containsExactly("metadata.labels.app");
    assertThat(reads("has(object.spec.strategy)")).containsExactly("spec.strategy");
    assertThat(reads("object.spec.strategy.type == 'x'")).containsExactly("spec.strategy");
    assertThat(reads("variables.images.all(i, i.contains('@'))"))
        .containsExactly(
            "spec.template.spec.containers[0].image",
            "spec.template.spec.containers[1].image",
            "spec.template.spec.containers[2].image");
  }

  @Test
  void anAbsentFieldPointsToWhatLacksIt() {
    FieldRead read = violation("has(object.spec.template.spec.securityContext)").reads().getLast();
    assertThat(read.present()).isFalse();
    assertThat(read.path()).isEqualTo("spec.template.spec.securityContext");
    assertThat(read.node().span().in(OBJECT)).startsWith("containers:");
  }

  @Test
  void whatOnlyAClusterKnowsIsNotDecided() {
    assertThat(evaluate("authorizer.group('').resource('pods').check('get').allowed()"))
        .isEqualTo(new VapDecision.NotDecided("what the user may do"));
    assertThat(evaluate("request.userInfo.username == 'x' || object.spec.replicas == 2"))
        .isEqualTo(new VapDecision.Allowed());
    assertThat(evaluate("namespaceObject.metadata.labels['a'] == 'b'"))
        .isEqualTo(new VapDecision.NotDecided("the namespace team"));
    assertThat(evaluate("object.spec.replicas == 7 && request.userInfo.username == 'x'"))
        .isInstanceOf(VapDecision.Denied.class);
  }

  @Test
  void aRuleOfOursIsWrittenAsAPolicyThatSaysTheSame() {
    String expression = "object.spec.replicas > 2 &&\n  object.metadata.name != \"a\\\"b\"";
    String text = text(expression);
    assertThat(text).contains("expression: |-\n        object.spec.replicas > 2 &&\n");
    assertThat(violation(expression).message()).isEqualTo("say: \"no\"");
  }

  private static List<String> reads(String expression) {
    return violation(expression).reads().stream().map(FieldRead::path).toList();
  }

  private static VapDecision.Violation violation(String expression) {
    VapDecision decision = evaluate(expression);
    assertThat(decision).isInstanceOf(VapDecision.Denied.class);
    return ((VapDecision.Denied) decision).violations().getFirst();
  }

  private static VapDecision evaluate(String expression) {
    PolicyFile read = PolicyReader.read(parse(text(expression)));
    assertThat(read.problems()).isEmpty();
    AdmissionObject object =
        Objects.requireNonNull(AdmissionObject.of(parse(OBJECT).firstRoot(), "team"));
    return read.policies()
        .getFirst()
        .evaluate(object, read.bindings().getFirst(), AdmissionContext.unknown());
  }

  private static String text(String expression) {
    RuleSource rule =
        new RuleSource(
            List.of(),
            List.of(
                new RuleSource.Named(
                    "images", CelText.of("object.spec.template.spec.containers.map(c, c.image)"))),
            List.of(
                new RuleSource.Validation(
                    CelText.of(expression),
                    Optional.of("say: \"no\""),
                    Optional.empty(),
                    Optional.empty())));
    return VapWriter.write("test", DEPLOYMENTS, rule, Optional.empty())
        + """
        ---
        apiVersion: admissionregistration.k8s.io/v1
        kind: ValidatingAdmissionPolicyBinding
        metadata: {name: test}
        spec: {policyName: test, validationActions: [Deny]}
        """;
  }

  private static YamlFile parse(String text) {
    YamlFile file = YamlParser.parse(new SourceFile("test.yaml", text));
    assertThat(file.problems()).isEmpty();
    return file;
  }
}
