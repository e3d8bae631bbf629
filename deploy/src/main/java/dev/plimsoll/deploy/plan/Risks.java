package dev.plimsoll.deploy.plan;

import dev.plimsoll.deploy.plan.ObjectChange.Action;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

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

  static List<String> of(List<ObjectChange> changes) {
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
    changes.forEach(change -> addChanges(risks, change));
    for (ObjectChange change : changes) {
      if (change.rollsPods()) {
        risks.add(change.key() + " replaces its pods.");
      }
    }
    return risks;
  }

  private static void addChanges(List<String> risks, ObjectChange change) {
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
                + " replicas.");
      }
    }
    boolean isRbac = change.key().group().equals("rbac.authorization.k8s.io");
    if (isRbac && (change.action() == Action.CREATE || change.action() == Action.UPDATE)) {
      risks.add(change.key() + " changes what accounts may do.");
    }
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
