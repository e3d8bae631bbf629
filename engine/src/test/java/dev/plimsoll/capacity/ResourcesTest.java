package dev.plimsoll.capacity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.manifest.KubernetesObject;
import dev.plimsoll.source.SourceFile;
import dev.plimsoll.yaml.YamlParser;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the scheduler and quotas make of the resources of a pod. */
final class ResourcesTest {

  @Test
  void containersAreAddedUp() {
    assertThat(
            pod(
                """
                containers:
                  - {name: a, resources: {requests: {cpu: 250m, memory: 64Mi}, limits: {memory: 128Mi}}}
                  - {name: b, resources: {requests: {cpu: "1"}}}
                """))
        .isEqualTo("requests cpu=1.25 memory=67108864; limits memory=134217728");
  }

  @Test
  void aLimitWithoutARequestIsARequest() {
    assertThat(pod("containers: [{name: a, resources: {limits: {cpu: 500m}}}]"))
        .isEqualTo("requests cpu=0.5; limits cpu=0.5");
  }

  @Test
  void anInitContainerCountsOnlyWhereItIsMore() {
    String both =
        """
        initContainers: [{name: i, resources: {requests: {cpu: "%s", memory: 1Mi}}}]
        containers:
          - {name: a, resources: {requests: {cpu: "1", memory: 2Mi}}}
          - {name: b, resources: {requests: {cpu: "1", memory: 2Mi}}}
        """;

    assertThat(pod(both.formatted("1"))).isEqualTo("requests cpu=2 memory=4194304; limits");
    assertThat(pod(both.formatted("3"))).isEqualTo("requests cpu=3 memory=4194304; limits");
  }

  @Test
  void aSidecarRunsBesideWhatComesAfterIt() {
    assertThat(
            pod(
                """
                initContainers:
                  - {name: before, resources: {requests: {cpu: "4"}}}
                  - {name: side, restartPolicy: Always, resources: {requests: {cpu: "1"}}}
                  - {name: behind, resources: {requests: {cpu: "5"}}}
                containers: [{name: a, resources: {requests: {cpu: "2"}}}]
                """))
        .isEqualTo("requests cpu=6; limits");
  }

  @Test
  void whatThePodSaysGoesBeforeItsContainers() {
    assertThat(
            pod(
                """
                resources: {requests: {cpu: "3"}, limits: {memory: 1Ki}}
                containers: [{name: a, resources: {requests: {cpu: "1"}}}]
                """))
        .isEqualTo("requests cpu=3 memory=1024; limits memory=1024");
  }

  @Test
  void overheadIsAddedToRequestsAndToTheLimitsThatThereAre() {
    assertThat(
            pod(
                """
                overhead: {cpu: 100m, memory: 1Ki}
                containers: [{name: a, resources: {requests: {cpu: 100m}, limits: {cpu: 200m}}}]
                """))
        .isEqualTo("requests cpu=0.2 memory=1024; limits cpu=0.3");
  }

  @Test
  void limitRangesFillInWhatContainersDoNotSay() {
    String range =
        """
        apiVersion: v1
        kind: LimitRange
        metadata: {name: usual}
        spec:
          limits:
            - {type: Pod, max: {cpu: "8"}}
            - {type: Container, default: {cpu: "1"}, defaultRequest: {cpu: 200m}, max: {memory: 2Ki}, min: {memory: 1Ki}}
        """;
    List<LimitRangeItem> ranges =
        objects(range).getFirst().get("spec", "limits").items().stream()
            .map(item -> new LimitRangeItem("usual", item))
            .toList();

    assertThat(pod("containers: [{name: a}]", ranges))
        .isEqualTo("requests cpu=0.2 memory=2048; limits cpu=1 memory=2048");
    assertThat(pod("containers: [{name: a, resources: {limits: {cpu: 300m}}}]", ranges))
        .isEqualTo("requests cpu=0.3 memory=2048; limits cpu=0.3 memory=2048");
  }

  private static String pod(String spec) {
    return pod(spec, List.of());
  }

  private static String pod(String spec, List<LimitRangeItem> ranges) {
    String text = "apiVersion: v1\nkind: Pod\nmetadata: {name: a}\nspec:\n" + spec.indent(2);
    Resources found = Resources.of(objects(text).getFirst().podTemplate().orElseThrow(), ranges);
    return "requests" + text(found.requests()) + "; limits" + text(found.limits());
  }

  private static String text(Amounts amounts) {
    StringBuilder text = new StringBuilder();
    amounts.byResource().keySet().stream()
        .sorted()
        .forEach(name ->
            text.append(' ')
                .append(name)
                .append('=')
                .append(amounts.amount(name).stripTrailingZeros().toPlainString()));
    return text.toString();
  }

  private static List<KubernetesObject> objects(String text) {
    return KubernetesObject.of(YamlParser.parse(new SourceFile("a.yaml", text)));
  }
}
