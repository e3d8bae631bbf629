package dev.plimsoll.deploy.rollout;

import dev.plimsoll.deploy.cluster.Cluster;
import dev.plimsoll.deploy.cluster.ClusterFailure;
import dev.plimsoll.deploy.json.Json;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** Tells what will not get better by waiting from what may. */
final class TroubleFinder {

  /** A container in one of these stays in it until somebody changes something. */
  private static final Set<String> HOPELESS =
      Set.of(
          "CrashLoopBackOff",
          "ImagePullBackOff",
          "InvalidImageName",
          "ErrImageNeverPull",
          "CreateContainerConfigError",
          "CreateContainerError",
          "RunContainerError");

  private static final String CRASH = "CrashLoopBackOff";

  /** What the pods before leave free may come a little later. */
  private static final Duration ROOM_GRACE = Duration.ofSeconds(4);

  /** A node may be on its way. */
  private static final Duration NODE_GRACE = Duration.ofSeconds(15);

  private static final int LOG_LINES = 20;
  private static final int EVENTS = 5;

  private final Cluster cluster;

  TroubleFinder(Cluster cluster) {
    this.cluster = cluster;
  }

  /** Why the workload will not become ready; empty as long as it may. */
  Optional<Trouble> find(JsonNode workload, List<JsonNode> pods) throws ClusterFailure {
    Optional<Trouble> own = ofWorkload(workload);
    if (own.isPresent()) {
      return own;
    }
    boolean isJob = Json.text(workload, "kind").equals("Job");
    for (JsonNode pod : pods) {
      Optional<Trouble> found = ofPod(pod, isJob);
      if (found.isPresent()) {
        return found;
      }
    }
    return pods.isEmpty() || isShort(workload) ? ofCreation(workload) : Optional.empty();
  }

  private Optional<Trouble> ofWorkload(JsonNode workload) throws ClusterFailure {
    JsonNode failed = WorkloadStatus.condition(workload, "Failed");
    if (Json.text(failed, "status").equals("True")) {
      return Optional.of(
          Trouble.of(
              Json.text(failed, "reason"), title(workload) + ": " + Json.text(failed, "message")));
    }
    JsonNode refused = WorkloadStatus.condition(workload, "ReplicaFailure");
    if (Json.text(refused, "status").equals("True")
        && WorkloadStatus.lacksPods(workload)
        && isOlder(Json.text(refused, "lastTransitionTime"), ROOM_GRACE)) {
      return Optional.of(
          Trouble.of(
              Json.text(refused, "reason"),
              title(workload) + ": " + Json.text(refused, "message")));
    }
    JsonNode progress = WorkloadStatus.condition(workload, "Progressing");
    return Json.text(progress, "reason").equals("ProgressDeadlineExceeded")
        ? Optional.of(
            Trouble.of(
                "ProgressDeadlineExceeded",
                title(workload) + ": " + Json.text(progress, "message")))
        : Optional.empty();
  }

  private Optional<Trouble> ofPod(JsonNode pod, boolean mayCrash) throws ClusterFailure {
    if (!Json.text(pod, "metadata", "deletionTimestamp").isEmpty()) {
      return Optional.empty();
    }
    for (String group : List.of("initContainerStatuses", "containerStatuses")) {
      for (JsonNode container : Json.at(pod, "status", group)) {
        String reason = Json.text(container, "state", "waiting", "reason");
        // A Job counts its own attempts.
        boolean isHopeless = HOPELESS.contains(reason) && !(mayCrash && reason.equals(CRASH));
        if (isHopeless) {
          return Optional.of(ofContainer(pod, container, reason));
        }
      }
    }
    JsonNode scheduled = WorkloadStatus.condition(pod, "PodScheduled");
    boolean isUnschedulable =
        Json.text(scheduled, "reason").equals("Unschedulable")
            && isOlder(Json.text(scheduled, "lastTransitionTime"), NODE_GRACE);
    return isUnschedulable
        ? Optional.of(
            Trouble.of(
                "Unschedulable",
                "Pod " + name(pod) + " fits on no node: " + Json.text(scheduled, "message")))
        : Optional.empty();
  }

  private Trouble ofContainer(JsonNode pod, JsonNode container, String reason)
      throws ClusterFailure {
    String containerName = Json.text(container, "name");
    String namespace = Json.text(pod, "metadata", "namespace");
    List<String> logs = List.of();
    String exit = "";
    if (reason.equals(CRASH)) {
      logs = cluster.logs(namespace, name(pod), containerName, true, LOG_LINES);
      if (logs.isEmpty()) {
        logs = cluster.logs(namespace, name(pod), containerName, false, LOG_LINES);
      }
      JsonNode last = Json.at(container, "lastState", "terminated");
      exit =
          ", last with exit code "
              + last.path("exitCode").asInt(0)
              + ", "
              + container.path("restartCount").asInt(0)
              + " restarts";
    }
    String said = Json.text(container, "state", "waiting", "message");
    return new Trouble(
        reason,
        "Container "
            + containerName
            + " of pod "
            + name(pod)
            + " is in "
            + reason
            + exit
            + (said.isEmpty() ? "." : ": " + said),
        logs,
        events(pod));
  }

  /** What keeps a controller from making pods: a quota, or a policy. */
  private Optional<Trouble> ofCreation(JsonNode workload) throws ClusterFailure {
    String kind = Json.text(workload, "kind");
    if (kind.equals("Deployment") || kind.equals("Pod")) {
      return Optional.empty();
    }
    for (JsonNode event : eventsOf(workload)) {
      String reason = Json.text(event, "reason");
      if (reason.equals("FailedCreate")
          && isOlder(Json.text(event, "firstTimestamp"), ROOM_GRACE)
          && !isOlder(Json.text(event, "lastTimestamp"), Duration.ofSeconds(60))) {
        return Optional.of(
            Trouble.of(reason, title(workload) + ": " + Json.text(event, "message")));
      }
    }
    return Optional.empty();
  }

  private static boolean isShort(JsonNode workload) {
    return !WorkloadStatus.of(workload).ready();
  }

  private List<String> events(JsonNode object) throws ClusterFailure {
    List<String> lines = new ArrayList<>();
    for (JsonNode event : eventsOf(object)) {
      lines.add(
          Json.text(event, "type")
              + " "
              + Json.text(event, "reason")
              + ": "
              + Json.text(event, "message"));
    }
    return lines.subList(Math.max(0, lines.size() - EVENTS), lines.size());
  }

  private List<JsonNode> eventsOf(JsonNode object) throws ClusterFailure {
    String namespace = Json.text(object, "metadata", "namespace");
    JsonNode list =
        cluster.get(
            "/api/v1/namespaces/"
                + namespace
                + "/events?limit=100&fieldSelector=involvedObject.uid%3D"
                + Json.text(object, "metadata", "uid"));
    List<JsonNode> events = new ArrayList<>();
    list.path("items").forEach(events::add);
    return events;
  }

  private boolean isOlder(String time, Duration age) {
    try {
      return OffsetDateTime.parse(time).toInstant().plus(age).isBefore(cluster.clock().now());
    } catch (DateTimeException e) {
      return false;
    }
  }

  private static String title(JsonNode object) {
    return Json.text(object, "kind") + " " + name(object);
  }

  private static String name(JsonNode object) {
    return Json.text(object, "metadata", "name");
  }
}
