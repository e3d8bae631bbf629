package dev.plimsoll.deploy.plan;

import dev.plimsoll.deploy.json.Json;
import dev.plimsoll.deploy.json.ManifestJson;
import dev.plimsoll.deploy.plan.ObjectChange.Action;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;

/** What of a plan a person should look at before agreeing, the worst first. */
final class Risks {

  /** Deleting one of these takes data, or other people's objects, with it. */
  private static final Set<String> PRECIOUS =
      Set.of(
          "PersistentVolumeClaim",
          "PersistentVolume",
          "StatefulSet",
          "CustomResourceDefinition",
          "Namespace");

  private Risks() {}

  /**
   * Finds them.
   *
   * @param rendered what helm will apply
   */
  static List<String> of(List<ObjectChange> changes, String rendered) {
    Set<String> scaled = scaled(rendered);
    List<String> risks = new ArrayList<>();
    for (ObjectChange change : changes) {
      if (change.action() == Action.REFUSED) {
        risks.add("The API server refuses " + change.key() + ": " + change.note());
      }
    }
    for (ObjectChange change : changes) {
      if (change.action() == Action.DELETE) {
        risks.add(
            change.key()
                + " is deleted"
                + (PRECIOUS.contains(change.key().kind()) ? ", and what it holds with it." : "."));
      }
    }
    changes.forEach(change -> addChanges(risks, change, scaled));
    for (ObjectChange change : changes) {
      if (change.rollsPods()) {
        risks.add(change.key() + " replaces its pods.");
      }
    }
    return risks;
  }

  private static void addChanges(List<String> risks, ObjectChange change, Set<String> scaled) {
    for (FieldChange field : change.fields()) {
      boolean isSelector = field.path().startsWith("spec.selector");
      if (change.key().kind().equals("Service") && isSelector) {
        risks.add(change.key() + " selects other pods.");
      }
      if (field.path().equals("spec.replicas") && isFewer(field)) {
        risks.add(
            change.key()
                + " goes from "
                + field.before().orElse("?")
                + " to "
                + field.after().orElse("?")
                + " replicas"
                + (scaled.contains(change.key().toString())
                    ? ", which its autoscaler has chosen; leave `replicas` out of the template."
                    : "."));
      }
    }
    boolean isRbac = change.key().group().equals("rbac.authorization.k8s.io");
    if (isRbac && (change.action() == Action.CREATE || change.action() == Action.UPDATE)) {
      risks.add(change.key() + " changes what accounts may do.");
    }
  }

  /** What autoscalers of the release scale, as {@code Deployment web}. */
  private static Set<String> scaled(String rendered) {
    Set<String> scaled = new TreeSet<>();
    for (JsonNode object : ManifestJson.objects(rendered)) {
      if (Json.text(object, "kind").equals("HorizontalPodAutoscaler")) {
        JsonNode target = Json.at(object, "spec", "scaleTargetRef");
        scaled.add(Json.text(target, "kind") + " " + Json.text(target, "name"));
      }
    }
    return scaled;
  }

  private static boolean isFewer(FieldChange field) {
    try {
      return Integer.parseInt(field.after().orElse("0"))
          < Integer.parseInt(field.before().orElse("0"));
    } catch (NumberFormatException e) {
      return false;
    }
  }
}
