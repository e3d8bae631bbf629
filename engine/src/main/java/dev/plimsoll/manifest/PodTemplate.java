package dev.plimsoll.manifest;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The pods that an object makes, whatever its kind.
 *
 * @param field the pod template; of a bare pod the pod itself
 * @param isOfLongRunningKind whether pods of this kind of object run until they are replaced
 */
public record PodTemplate(KubernetesObject object, Field field, boolean isOfLongRunningKind) {

  static Optional<PodTemplate> of(KubernetesObject object, PodKinds kinds) {
    return kinds
        .of(object.group(), object.kind())
        .map(kind ->
            new PodTemplate(
                object, object.get(kind.path().toArray(String[]::new)), kind.isLongRunning()))
        .filter(found -> found.field().exists());
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
        : isOfLongRunningKind;
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
