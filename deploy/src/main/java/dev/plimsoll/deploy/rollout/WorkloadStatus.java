package dev.plimsoll.deploy.rollout;

import dev.plimsoll.deploy.json.Json;
import java.util.List;
import tools.jackson.databind.JsonNode;

/**
 * What a workload says of itself.
 *
 * @param ready whether all of its pods are new and healthy
 * @param progress how many of the new pods are ready, in words: a controller counts those that it
 *     is about to replace, too
 */
record WorkloadStatus(boolean ready, String progress) {

  /**
   * Reads the status of a Deployment, StatefulSet, DaemonSet, Job, Pod or PodDisruptionBudget.
   *
   * @param fresh the pods of its newest revision
   */
  static WorkloadStatus of(JsonNode object, List<JsonNode> fresh) {
    return switch (Json.text(object, "kind")) {
      case "Deployment" -> deployment(object, readyOf(object, fresh));
      case "StatefulSet" -> statefulSet(object, readyOf(object, fresh));
      case "DaemonSet" -> daemonSet(object, readyOf(object, fresh));
      case "Job" -> job(object);
      case "Pod" -> pod(object);
      case "PodDisruptionBudget" -> budget(object);
      default -> new WorkloadStatus(true, "");
    };
  }

  /** Whether all of its pods are new and healthy. */
  static boolean isReady(JsonNode object) {
    return of(object, List.of()).ready();
  }

  /** Until a controller has seen what was applied, its newest pods are old. */
  private static int readyOf(JsonNode object, List<JsonNode> fresh) {
    if (!isObserved(object)) {
      return 0;
    }
    return (int)
        fresh.stream()
            .filter(pod -> !Json.at(pod, "metadata").has("deletionTimestamp"))
            .filter(pod -> hasCondition(pod, "Ready"))
            .count();
  }

  private static WorkloadStatus deployment(JsonNode object, int fresh) {
    JsonNode status = object.path("status");
    int wanted = Json.at(object, "spec", "replicas").asInt(1);
    int updated = status.path("updatedReplicas").asInt(0);
    int available = status.path("availableReplicas").asInt(0);
    int all = status.path("replicas").asInt(0);
    boolean ready = isObserved(object) && updated == wanted && all == wanted && available == wanted;
    return new WorkloadStatus(ready, progress(ready ? wanted : fresh, wanted));
  }

  private static WorkloadStatus statefulSet(JsonNode object, int fresh) {
    JsonNode status = object.path("status");
    JsonNode strategy = Json.at(object, "spec", "updateStrategy");
    int wanted = Json.at(object, "spec", "replicas").asInt(1);
    int held = Json.at(strategy, "rollingUpdate", "partition").asInt(0);
    int updated = status.path("updatedReplicas").asInt(0);
    int readyPods = status.path("readyReplicas").asInt(0);
    boolean updates =
        Json.text(strategy, "type").equals("OnDelete")
            || updated >= Math.max(0, wanted - held)
            || Json.text(status, "currentRevision").equals(Json.text(status, "updateRevision"));
    boolean ready = isObserved(object) && updates && readyPods == wanted;
    // Those that are held back stay as they are, and must be ready too.
    boolean counts = isObserved(object) && updates;
    return new WorkloadStatus(ready, progress(counts ? readyPods : fresh, wanted));
  }

  private static WorkloadStatus daemonSet(JsonNode object, int fresh) {
    JsonNode status = object.path("status");
    int wanted = status.path("desiredNumberScheduled").asInt(0);
    int updated = status.path("updatedNumberScheduled").asInt(0);
    int available = status.path("numberAvailable").asInt(0);
    boolean onDelete = Json.text(object, "spec", "updateStrategy", "type").equals("OnDelete");
    boolean ready = isObserved(object) && (onDelete || updated == wanted) && available == wanted;
    return new WorkloadStatus(ready, progress(ready || onDelete ? available : fresh, wanted));
  }

  private static WorkloadStatus job(JsonNode object) {
    boolean done = hasCondition(object, "Complete");
    boolean suspended = Json.at(object, "spec", "suspend").asBoolean(false);
    int wanted = Json.at(object, "spec", "completions").asInt(1);
    int succeeded = Json.at(object, "status", "succeeded").asInt(0);
    return new WorkloadStatus(done || suspended, succeeded + " of " + wanted + " done");
  }

  private static WorkloadStatus pod(JsonNode object) {
    boolean done = Json.text(object, "status", "phase").equals("Succeeded");
    boolean ready = hasCondition(object, "Ready");
    return new WorkloadStatus(done || ready, progress(ready ? 1 : 0, 1));
  }

  /** A budget is met, so that nodes can be drained, if its pods are as many as it wants. */
  private static WorkloadStatus budget(JsonNode object) {
    JsonNode status = object.path("status");
    int wanted = status.path("desiredHealthy").asInt(0);
    int healthy = status.path("currentHealthy").asInt(0);
    boolean ready =
        isObserved(object) && (healthy >= wanted || status.path("expectedPods").asInt(0) == 0);
    return new WorkloadStatus(ready, healthy + " of " + wanted + " healthy");
  }

  /** Whether a condition is true. */
  static boolean hasCondition(JsonNode object, String type) {
    return condition(object, type).path("status").asString("").equals("True");
  }

  /** A condition, which may be missing; one that says that it is of an earlier generation is. */
  static JsonNode condition(JsonNode object, String type) {
    int generation = Json.at(object, "metadata", "generation").asInt(0);
    for (JsonNode condition : Json.at(object, "status", "conditions")) {
      if (Json.text(condition, "type").equals(type)
          && condition.path("observedGeneration").asInt(generation) >= generation) {
        return condition;
      }
    }
    return Json.at(object, "status", "conditions", type);
  }

  /**
   * Whether a controller still has pods to make. What was refused of an earlier generation, as
   * while one goes back to fewer replicas, is none of its concern.
   */
  static boolean lacksPods(JsonNode object) {
    int wanted = Json.at(object, "spec", "replicas").asInt(1);
    return isObserved(object) && Json.at(object, "status", "updatedReplicas").asInt(0) < wanted;
  }

  /** Whether its controller has seen what was applied last. */
  static boolean isObserved(JsonNode object) {
    return Json.at(object, "status", "observedGeneration").asInt(0)
        >= Json.at(object, "metadata", "generation").asInt(0);
  }

  /** For a while there may be more than it wants. */
  private static String progress(int ready, int wanted) {
    return Math.min(ready, wanted) + " of " + wanted + " ready";
  }
}
