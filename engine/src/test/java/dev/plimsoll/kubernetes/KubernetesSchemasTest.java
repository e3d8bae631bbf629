package dev.plimsoll.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.kubernetes.Schema.Field;
import dev.plimsoll.kubernetes.Schema.ListKind;
import dev.plimsoll.kubernetes.Schema.ListOf;
import dev.plimsoll.kubernetes.Schema.MapOf;
import dev.plimsoll.kubernetes.Schema.Scalar;
import dev.plimsoll.kubernetes.Schema.ScalarType;
import dev.plimsoll.kubernetes.Schema.Struct;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Reads the whole file of schemas, of which a run reads only what it needs. */
class KubernetesSchemasTest {

  static List<Integer> minors() {
    return KubernetesSchemas.minors();
  }

  @Test
  void knowsTheVersionsThatAreSupported() {
    assertThat(minors()).containsExactly(31, 32, 33, 34, 35, 36, 37);
  }

  @ParameterizedTest
  @MethodSource("minors")
  void everythingCanBeRead(int minor) {
    List<ApiResource> resources = KubernetesSchemas.ofMinor(minor).resources();
    Set<Schema> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    List<Field> fields = new ArrayList<>();
    resources.forEach(resource -> walk(resource.schema(), seen, fields));

    assertThat(resources).hasSizeBetween(70, 120);
    assertThat(fields).hasSizeBetween(2_000, 4_000);
    assertThat(fields).extracting(Field::name).allMatch(name -> name.matches("[$\\w-]+"));
  }

  @ParameterizedTest
  @MethodSource("minors")
  void nearlyEveryFieldSaysWhatItIsFor(int minor) {
    Set<Schema> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    KubernetesSchemas.ofMinor(minor)
        .resources()
        .forEach(resource -> walk(resource.schema(), seen, new ArrayList<>()));
    List<String> silent = new ArrayList<>();
    int fields = 0;
    for (Schema schema : seen) {
      for (String name : ((Struct) schema).fields().keySet()) {
        fields++;
        if (((Struct) schema).text(name).isEmpty()) {
          silent.add(name);
        }
      }
    }

    assertThat(silent).hasSizeLessThan(fields / 20);
  }

  @Test
  void fieldSaysWhatItIsFor() {
    Struct pod =
        (Struct) KubernetesSchemas.ofMinor(36).resource("v1", "Pod").orElseThrow().schema();
    Struct spec = (Struct) Objects.requireNonNull(pod.fields().get("spec")).schema();

    assertThat(spec.text("restartPolicy").orElse(""))
        .startsWith("Restart policy for all containers within the pod.");
    assertThat(spec.text("noSuchField")).isEmpty();
  }

  private static void walk(Schema schema, Set<Schema> seen, List<Field> fields) {
    switch (schema) {
      case Schema.Anything _, Scalar _ -> {
        // A leaf.
      }
      case ListOf list -> walk(list.items(), seen, fields);
      case MapOf map -> walk(map.values(), seen, fields);
      case Struct struct -> {
        if (seen.add(struct)) {
          for (Field field : struct.fields().values()) {
            fields.add(field);
            walk(field.schema(), seen, fields);
          }
        }
      }
    }
  }

  @Test
  void aFieldHasItsTypeAndItsKeys() {
    Struct container =
        items(struct("apps/v1", "Deployment", "spec", "template", "spec"), "containers");
    ListOf ports = (ListOf) field(container, "ports").schema();

    assertThat(ports.kind()).isEqualTo(ListKind.MAP);
    assertThat(ports.keys()).containsExactly("containerPort", "protocol");
    assertThat(field((Struct) ports.items(), "protocol"))
        .isEqualTo(
            new Field(
                "protocol",
                new Scalar(ScalarType.TEXT, List.of("SCTP", "TCP", "UDP"), Limits.NONE),
                false,
                "TCP",
                true));
    assertThat(field(container, "name").required()).isTrue();
    assertThat(((MapOf) field(struct(container, "resources"), "limits").schema()).values())
        .isEqualTo(new Scalar(ScalarType.QUANTITY, List.of(), Limits.NONE));
  }

  @Test
  void versionsDiffer() {
    assertThat(KubernetesSchemas.ofMinor(31).resource("resource.k8s.io/v1", "ResourceClaim"))
        .isEmpty();
    assertThat(KubernetesSchemas.ofMinor(36).resource("resource.k8s.io/v1", "ResourceClaim"))
        .isPresent();
  }

  @Test
  void scopeAndGroupsAreKnown() {
    KubernetesSchemas schemas = KubernetesSchemas.ofMinor(36);

    assertThat(schemas.resource("v1", "Namespace").orElseThrow().isNamespaced()).isFalse();
    assertThat(schemas.resource("v1", "Service").orElseThrow().isNamespaced()).isTrue();
    assertThat(schemas.hasGroup("apps")).isTrue();
    assertThat(schemas.hasGroup("argoproj.io")).isFalse();
    assertThat(schemas.resource("v1", "Deployment")).isEmpty();
    assertThat(schemas.apiVersions("autoscaling", "HorizontalPodAutoscaler"))
        .containsExactly("autoscaling/v1", "autoscaling/v2");
  }

  private static Struct struct(String apiVersion, String kind, String... path) {
    Struct found =
        (Struct) KubernetesSchemas.ofMinor(36).resource(apiVersion, kind).orElseThrow().schema();
    for (String name : path) {
      found = struct(found, name);
    }
    return found;
  }

  private static Struct struct(Struct parent, String name) {
    return (Struct) field(parent, name).schema();
  }

  private static Struct items(Struct parent, String name) {
    return (Struct) ((ListOf) field(parent, name).schema()).items();
  }

  private static Field field(Struct struct, String name) {
    return java.util.Objects.requireNonNull(struct.fields().get(name), name);
  }
}
