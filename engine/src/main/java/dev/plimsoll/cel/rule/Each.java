package dev.plimsoll.cel.rule;

import dev.plimsoll.cel.compile.CelScope;
import dev.plimsoll.cel.compile.VariableType;
import dev.plimsoll.manifest.Container;
import dev.plimsoll.manifest.Field;
import dev.plimsoll.manifest.KubernetesObject;
import dev.plimsoll.manifest.PodTemplate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The parts of an object that a rule judges one by one. */
public enum Each {
  /** The object itself. */
  OBJECT("object", "object"),
  /** What pods are made from: {@code pod.metadata}, {@code pod.spec}. */
  POD("pod", "pod"),
  /** A container that runs for as long as its pod, sidecars included. */
  CONTAINER("container", "container"),
  /** A container that ends before the others start. */
  INIT_CONTAINER("initContainer", "container"),
  /** A container of either sort. */
  ANY_CONTAINER("anyContainer", "container"),
  /** A volume of a pod. */
  VOLUME("volume", "volume"),
  /** An entry of the {@code rules} of a Role or ClusterRole. */
  POLICY_RULE("policyRule", "rule");

  private final String label;
  private final String variable;

  Each(String label, String variable) {
    this.label = label;
    this.variable = variable;
  }

  /** Reads what a rule file writes; anything else is empty. */
  public static Optional<Each> parse(String label) {
    for (Each each : values()) {
      if (each.label.equals(label)) {
        return Optional.of(each);
      }
    }
    return Optional.empty();
  }

  /** As a rule file writes it. */
  public String label() {
    return label;
  }

  /** What expressions call the part. */
  public String variable() {
    return variable;
  }

  /** What expressions may use. */
  public CelScope scope() {
    Map<String, VariableType> known = new LinkedHashMap<>();
    known.put("object", VariableType.DYN);
    known.put("params", VariableType.DYN);
    known.put("subject", VariableType.STRING);
    known.put(Surroundings.OBJECTS, VariableType.LIST);
    known.put(Surroundings.VALUES, VariableType.MAP);
    known.put(Surroundings.RELEASE, VariableType.RELEASE);
    known.put(Surroundings.ESTATE, VariableType.RELEASES);
    known.put(Surroundings.ENVIRONMENT, VariableType.NAMED);
    known.put(Surroundings.CLUSTER, VariableType.NAMED);
    known.put(variable, VariableType.DYN);
    if (this != OBJECT && this != POLICY_RULE) {
      known.put("pod", VariableType.DYN);
    }
    return new CelScope(known, CelScope.Dialect.PLIMSOLL);
  }

  /**
   * A part.
   *
   * @param title its name; empty for what is called like its object
   * @param pod the pod template it belongs to; empty if it belongs to none
   */
  record Part(Field field, String title, Optional<Field> pod) {

    /** Its name in a sentence: {@code container `web` of Deployment `shop`}. */
    String subject() {
      String object = field.object().title();
      return title.isEmpty() ? object : title + " of " + object;
    }
  }

  /**
   * The parts of an object. What only {@code helm test} creates has no parts of pods: it runs by
   * hand, and ends.
   *
   * @param longRunning whether pods that end by themselves are left out
   */
  List<Part> of(KubernetesObject object, boolean longRunning) {
    return switch (this) {
      case OBJECT -> List.of(new Part(object.root(), "", Optional.empty()));
      case POLICY_RULE -> policyRules(object);
      case POD, CONTAINER, INIT_CONTAINER, ANY_CONTAINER, VOLUME -> ofPods(object, longRunning);
    };
  }

  private List<Part> ofPods(KubernetesObject object, boolean longRunning) {
    Optional<PodTemplate> pods = object.podTemplate();
    boolean isLeftOut =
        pods.isEmpty() || object.isTest() || (longRunning && !pods.get().isLongRunning());
    return isLeftOut ? List.of() : of(pods.get());
  }

  private static List<Part> policyRules(KubernetesObject object) {
    List<Part> parts = new ArrayList<>();
    if (object.group().equals("rbac.authorization.k8s.io")) {
      for (Field rule : object.get("rules").items()) {
        parts.add(new Part(rule, "", Optional.empty()));
      }
    }
    return parts;
  }

  private List<Part> of(PodTemplate pods) {
    Optional<Field> pod = Optional.of(pods.field());
    List<Part> parts = new ArrayList<>();
    if (this == POD) {
      parts.add(new Part(pods.field(), "", pod));
    } else if (this == VOLUME) {
      for (Field volume : pods.spec().get("volumes").items()) {
        String name = volume.get("name").text().orElse("");
        parts.add(new Part(volume, "volume `" + name + "`", pod));
      }
    } else {
      for (Container container : pods.allContainers()) {
        boolean isInit = container.role() == Container.Role.INIT;
        if (this == ANY_CONTAINER || (this == INIT_CONTAINER) == isInit) {
          parts.add(new Part(container.field(), container.title(), pod));
        }
      }
    }
    return parts;
  }
}
