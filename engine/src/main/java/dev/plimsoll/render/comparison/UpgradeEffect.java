package dev.plimsoll.render.comparison;

import dev.plimsoll.render.Manifest;
import dev.plimsoll.render.comparison.ObjectChange.Effect;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;

/**
 * What an upgrade does with a changed object. Which fields cannot be changed in place is what the
 * validation of Kubernetes says ({@code pkg/apis/apps/validation}, {@code
 * pkg/apis/batch/validation}).
 */
final class UpgradeEffect {

  /** Controllers that replace pods when their template changes. A ReplicaSet keeps them. */
  private static final Set<String> ROLLING =
      Set.of("Deployment", "StatefulSet", "DaemonSet", "Rollout");

  private static final Set<String> WITH_FIXED_SELECTOR =
      Set.of("Deployment", "DaemonSet", "ReplicaSet", "StatefulSet", "Job");

  private static final Set<String> FREE_IN_STATEFUL_SETS =
      Set.of(
          "replicas",
          "ordinals",
          "template",
          "updateStrategy",
          "revisionHistoryLimit",
          "persistentVolumeClaimRetentionPolicy",
          "minReadySeconds");

  private static final OptionalInt NONE = OptionalInt.empty();

  private UpgradeEffect() {}

  static ObjectChange of(ObjectId id, Manifest manifest, List<FieldChange> fields) {
    boolean hook = manifest.hook().isPresent();
    return new ObjectChange(
        id,
        hook,
        hook ? Effect.CHANGES : effect(manifest, fields),
        hook ? NONE : pods(manifest),
        fields);
  }

  /** How many pods an object asks for. */
  static OptionalInt pods(Manifest manifest) {
    String replicas = ObjectFields.text(manifest, "spec", "replicas");
    boolean isNumber = !replicas.isEmpty() && replicas.chars().allMatch(Character::isDigit);
    return ROLLING.contains(manifest.head().kind()) && isNumber && replicas.length() < 7
        ? OptionalInt.of(Integer.parseInt(replicas))
        : NONE;
  }

  private static Effect effect(Manifest manifest, List<FieldChange> fields) {
    String kind = manifest.head().kind();
    if (fields.stream().anyMatch(field -> isImmutable(kind, field))) {
      return Effect.REFUSED;
    }
    boolean touchesPods = fields.stream().anyMatch(field -> field.isBelow("spec", "template"));
    return touchesPods && ROLLING.contains(kind) && !isHeldBack(manifest)
        ? Effect.ROLLS
        : Effect.CHANGES;
  }

  private static boolean isImmutable(String kind, FieldChange field) {
    if (WITH_FIXED_SELECTOR.contains(kind) && field.isBelow("spec", "selector")) {
      return true;
    }
    return switch (kind) {
      case "Job" -> field.isBelow("spec", "template");
      case "Pod" -> field.isBelow("spec");
      case "StatefulSet" ->
          field.isBelow("spec")
              && field.steps().size() > 1
              && !FREE_IN_STATEFUL_SETS.contains(field.steps().get(1));
      default -> false;
    };
  }

  /** Whether the object says that a new template waits until somebody deletes pods or resumes. */
  private static boolean isHeldBack(Manifest manifest) {
    return ObjectFields.text(manifest, "spec", "updateStrategy", "type").equals("OnDelete")
        || ObjectFields.text(manifest, "spec", "paused").equals("true")
        || pods(manifest).equals(OptionalInt.of(0));
  }
}
