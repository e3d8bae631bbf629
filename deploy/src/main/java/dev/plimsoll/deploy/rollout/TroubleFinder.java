package dev.plimsoll.deploy.rollout;

import dev.plimsoll.deploy.cluster.Cluster;
import dev.plimsoll.deploy.cluster.ClusterFailure;
import dev.plimsoll.deploy.json.Json;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * Tells what will not get better by waiting from what may. Controllers leave a condition as it was
 * until they have something new to say, so one that is older than the watch is not believed at
 * once.
 */
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

  /** An autoscaler looks every fifteen seconds. */
  private static final Duration SCALE_GRACE = Duration.ofSeconds(30);

  private static final int LOG_LINES = 20;
  private static final int EVENTS = 5;

  private final Cluster cluster;
  private final Instant since;

  /**
   * @param since when what is looked at was applied, or the watch began
   */
  TroubleFinder(Cluster cluster, Instant since) {
    this.cluster = cluster;
    this.since = since;
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
    if (Json.text(workload, "kind").equals("PodDisruptionBudget")) {
      return ofBudget(workload);
    }
    JsonNode failed = WorkloadStatus.condition(workload, "Failed");
    if (Json.text(failed, "status").equals("True")) {
      return Optional.of(
          Trouble.of(
              Json.text(failed, "reason"), title(workload) + ": " + Json.text(failed, "message")));
    }
    JsonNode refused = WorkloadStatus.condition(workload, "ReplicaFailure");
    if (Json.text(refused, "status").equals("True")
        && WorkloadStatus.lacksPods(workload)
        && holdsFor(Json.text(refused, "lastTransitionTime"), ROOM_GRACE)) {
      return Optional.of(
          Trouble.of(
              Json.text(refused, "reason"),
              title(workload) + ": " + Json.text(refused, "message")));
    }
    JsonNode progress = WorkloadStatus.condition(workload, "Progressing");
    return Json.text(progress, "reason").equals("ProgressDeadlineExceeded")
            && isOfThisWatch(Json.text(progress, "lastUpdateTime"))
        ? Optional.of(
            Trouble.of(
                "ProgressDeadlineExceeded",
                title(workload) + ": " + Json.text(progress, "message")))
        : Optional.empty();
  }

  /** A budget that wants more pods than there will be lets no node be drained. */
  private Optional<Trouble> ofBudget(JsonNode budget) {
    int wanted = Json.at(budget, "status", "desiredHealthy").asInt(0);
    int expected = Json.at(budget, "status", "expectedPods").asInt(0);
    return expected > 0 && expected < wanted && isSeenFor(SCALE_GRACE)
        ? Optional.of(
            Trouble.of(
                "BudgetTooLarge",
                title(budget)
                    + " wants "
                    + wanted
                    + " healthy pods, and there are never more than "
                    + expected
                    + ", so no node could be drained."))
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
            && holdsFor(Json.text(scheduled, "lastTransitionTime"), NODE_GRACE);
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
    if (kind.equals("Deployment") || kind.equals("Pod") || kind.equals("PodDisruptionBudget")) {
      return Optional.empty();
    }
    for (JsonNode event : eventsOf(workload)) {
      String reason = Json.text(event, "reason");
      if (reason.equals("FailedCreate")
          && holdsFor(Json.text(event, "firstTimestamp"), ROOM_GRACE)
          && isOfThisWatch(Json.text(event, "lastTimestamp"))) {
        return Optional.of(
            Trouble.of(reason, title(workload) + ": " + Json.text(event, "message")));
      }
    }
    return Optional.empty();
  }

  private static boolean isShort(JsonNode workload) {
    return !WorkloadStatus.isReady(workload);
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

  /** Whether something has been so for a while, and we have seen it for as long. */
  private boolean holdsFor(String from, Duration grace) {
    return time(from)
        .map(begun -> begun.isBefore(since) ? since : begun)
        .map(begun -> begun.plus(grace).isBefore(cluster.clock().now()))
        .orElse(false);
  }

  private boolean isSeenFor(Duration grace) {
    return since.plus(grace).isBefore(cluster.clock().now());
  }

  /** Whether it was said since we look, give or take the part of a second that it leaves out. */
  private boolean isOfThisWatch(String at) {
    return time(at).map(said -> !said.isBefore(since.minusSeconds(1))).orElse(false);
  }

  private static Optional<Instant> time(String text) {
    try {
      return Optional.of(OffsetDateTime.parse(text).toInstant());
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static String title(JsonNode object) {
    return Json.text(object, "kind") + " " + name(object);
  }

  private static String name(JsonNode object) {
    return Json.text(object, "metadata", "name");
  }
}
