package dev.plimsoll.manifest;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The pods that an object makes, whatever its kind.
 *
 * @param field the pod template; of a bare pod the pod itself
 */
public record PodTemplate(KubernetesObject object, Field field) {

  /** The kinds whose pods run until they are replaced. */
  private static final Set<String> LONG_RUNNING =
      Set.of(
          "Deployment",
          "StatefulSet",
          "DaemonSet",
          "ReplicaSet",
          "ReplicationController",
          "Rollout",
          "Service",
          "Configuration",
          "CloneSet");

  /** The kinds with a pod template at {@code spec.template}, by API group. */
  private static final Map<String, Set<String>> TEMPLATED =
      Map.of(
          "apps", Set.of("Deployment", "StatefulSet", "DaemonSet", "ReplicaSet"),
          "extensions", Set.of("Deployment", "DaemonSet", "ReplicaSet"),
          "", Set.of("ReplicationController"),
          "batch", Set.of("Job"),
          "argoproj.io", Set.of("Rollout"),
          "serving.knative.dev", Set.of("Service", "Configuration"),
          "apps.kruise.io", Set.of("CloneSet", "StatefulSet", "DaemonSet"));

  static Optional<PodTemplate> of(KubernetesObject object) {
    String kind = object.kind();
    Optional<Field> template =
        switch (object.group() + "/" + kind) {
          case "/Pod" -> Optional.of(object.root());
          case "/PodTemplate" -> Optional.of(object.get("template"));
          case "batch/CronJob" ->
              Optional.of(object.get("spec", "jobTemplate", "spec", "template"));
          default ->
              TEMPLATED.getOrDefault(object.group(), Set.of()).contains(kind)
                  ? Optional.of(object.get("spec", "template"))
                  : Optional.empty();
        };
    return template.filter(Field::exists).map(found -> new PodTemplate(object, found));
  }

  public Field spec() {
    return field.get("spec");
  }

  public Map<String, String> labels() {
    return KubernetesObject.texts(field.get("metadata", "labels"));
  }

  public Map<String, String> annotations() {
    return KubernetesObject.texts(field.get("metadata", "annotations"));
  }

  /** Whether the pods run until they are replaced: no Job, no test, no pod that ends by itself. */
  public boolean isLongRunning() {
    if (object.isTest() || object.isHook()) {
      return false;
    }
    return object.kind().equals("Pod")
        ? spec().get("restartPolicy").text().filter(policy -> !policy.equals("Always")).isEmpty()
        : LONG_RUNNING.contains(object.kind());
  }

  /** The containers that run side by side, those that start first as sidecars included. */
  public List<Container> containers() {
    List<Container> containers = new ArrayList<>();
    for (Field field : spec().get("initContainers").items()) {
      if (field.get("restartPolicy").text().filter("Always"::equals).isPresent()) {
        containers.add(new Container(field, Container.Role.SIDECAR));
      }
    }
    for (Field item : spec().get("containers").items()) {
      containers.add(new Container(item, Container.Role.MAIN));
    }
    return containers;
  }

  /** Every container that is ever started, in the order of the text. */
  public List<Container> allContainers() {
    List<Container> containers = new ArrayList<>();
    for (Field item : spec().get("initContainers").items()) {
      boolean stays = item.get("restartPolicy").text().filter("Always"::equals).isPresent();
      containers.add(new Container(item, stays ? Container.Role.SIDECAR : Container.Role.INIT));
    }
    for (Field item : spec().get("containers").items()) {
      containers.add(new Container(item, Container.Role.MAIN));
    }
    return containers;
  }
}
