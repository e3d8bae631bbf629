package dev.plimsoll.manifest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.diagnostic.Precision;
import dev.plimsoll.source.SourceFile;
import dev.plimsoll.template.origin.SpanOrigin;
import dev.plimsoll.yaml.YamlParser;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KubernetesObjectTest {

  private static final String DEPLOYMENT =
      """
      apiVersion: apps/v1
      kind: Deployment
      metadata:
        name: shop
        annotations: {"example.com/a.b": x}
      spec:
        replicas: 3
        template:
          metadata:
            labels: {app: shop}
          spec:
            securityContext: {runAsNonRoot: true}
            initContainers:
              - {name: migrate, image: a}
              - {name: proxy, image: b, restartPolicy: Always}
            containers:
              - name: web
                image: c
                securityContext: {runAsNonRoot: false}
                ports:
                  - {name: http, containerPort: 8080}
      """;

  private static List<KubernetesObject> read(String text) {
    return KubernetesObject.of(YamlParser.parse(new SourceFile("shop.yaml", text)));
  }

  @Test
  void everyDocumentAndEveryItemOfAListIsAnObject() {
    List<KubernetesObject> objects =
        read(
            """
            apiVersion: v1
            kind: ServiceAccount
            metadata: {name: one}
            ---
            # nothing
            ---
            apiVersion: v1
            kind: List
            items:
              - {apiVersion: v1, kind: ConfigMap, metadata: {name: two, namespace: other}}
              - apiVersion: v1
                kind: ConfigMapList
                items: [{apiVersion: v1, kind: ConfigMap, metadata: {name: three}}]
            """);

    assertThat(objects)
        .extracting(KubernetesObject::title)
        .containsExactly("ServiceAccount `one`", "ConfigMap `two`", "ConfigMap `three`");
    assertThat(objects.get(1).namespace()).contains("other");
    assertThat(objects.get(2).namespace()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "spec.replicas, 3",
    "spec.template.spec.containers[0].image, c",
    "spec.template.spec.containers[0].ports[0].name, http",
    "'metadata.annotations[\"example.com/a.b\"]', x",
  })
  void aPathLeadsToItsFieldAndBack(String path, String text) {
    Field field = read(DEPLOYMENT).getFirst().root().at(path);

    assertThat(field.text()).contains(text);
    assertThat(field.path()).isEqualTo(path);
  }

  @ParameterizedTest
  @CsvSource({
    "spec.template.spec.containers[0].resources.limits.memory, 17, 11, 'name: web'",
    "spec.template.spec.containers[7].image, 16, 7, containers",
    "spec.strategy, 6, 1, spec",
    "metadata.labels.app, 3, 1, metadata",
  })
  void whatIsMissingIsWrittenWhereItWouldBelong(String path, int line, int column, String shown) {
    KubernetesObject object = read(DEPLOYMENT).getFirst();
    Field field = object.root().at(path);

    assertThat(field.exists()).isFalse();
    assertThat(field.path()).isEqualTo(path);
    SpanOrigin origin = field.origin().orElseThrow();
    assertThat(origin.precision()).isEqualTo(Precision.APPROXIMATE);
    assertThat(origin.location().position().line()).isEqualTo(line);
    assertThat(origin.location().span().in(origin.location().file().text())).isEqualTo(shown);
    assertThat(origin.location().position().column()).isEqualTo(column);
  }

  @Test
  void containersAreToldByWhenTheyRun() {
    PodTemplate pods = read(DEPLOYMENT).getFirst().podTemplate().orElseThrow();

    assertThat(pods.containers())
        .extracting(Container::title)
        .containsExactly("sidecar `proxy`", "container `web`");
    assertThat(pods.allContainers())
        .extracting(Container::title)
        .containsExactly("init container `migrate`", "sidecar `proxy`", "container `web`");
  }

  @Test
  void aContainerOverrulesItsPod() {
    PodTemplate pods = read(DEPLOYMENT).getFirst().podTemplate().orElseThrow();

    assertThat(pods.allContainers())
        .extracting(container -> container.security(pods, "runAsNonRoot").isTrue())
        .containsExactly(true, true, false);
  }

  @ParameterizedTest
  @CsvSource({
    "apps/v1, Deployment, spec.template, true",
    "batch/v1, CronJob, spec.jobTemplate.spec.template, false",
    "batch/v1, Job, spec.template, false",
    "v1, Pod, '', true",
    "argoproj.io/v1alpha1, Rollout, spec.template, true",
    "serving.knative.dev/v1, Service, spec.template, true",
    "v1, Service, , false",
  })
  void podsAreFoundInEveryKind(String apiVersion, String kind, String path, boolean longRunning) {
    KubernetesObject object =
        read("""
        apiVersion: %s
        kind: %s
        metadata: {name: x}
        spec:
          template: {metadata: {}, spec: {containers: []}}
          jobTemplate: {spec: {template: {spec: {}}}}
        """
                .formatted(apiVersion, kind))
            .getFirst();

    assertThat(object.podTemplate().map(pods -> pods.field().path()))
        .isEqualTo(Optional.ofNullable(path));
    assertThat(object.podTemplate().map(PodTemplate::isLongRunning).orElse(false))
        .isEqualTo(longRunning);
  }
}
