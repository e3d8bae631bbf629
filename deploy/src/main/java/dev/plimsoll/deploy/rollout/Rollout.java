package dev.plimsoll.deploy.rollout;

import dev.plimsoll.deploy.cluster.ApiResources;
import dev.plimsoll.deploy.cluster.Cluster;
import dev.plimsoll.deploy.cluster.ClusterFailure;
import dev.plimsoll.deploy.cluster.ObjectKey;
import dev.plimsoll.deploy.json.Json;
import dev.plimsoll.deploy.json.ManifestJson;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** The workloads of a manifest on their way to health. Looks when it is asked to. */
public final class Rollout {

  private static final String BUDGET = "PodDisruptionBudget";
  private static final Set<String> WATCHED =
      Set.of("Deployment", "StatefulSet", "DaemonSet", "Job", "Pod", BUDGET);

  private final Cluster cluster;
  private final ApiResources resources;
  private final List<ObjectKey> workloads = new ArrayList<>();
  private final List<ObjectKey> hooks = new ArrayList<>();
  private final Baseline baseline;
  private final NewPods pods;
  private final TroubleFinder troubles;

  /**
   * @param namespace where objects go that name none
   * @param manifest rendered, hooks included
   * @param baseline what was there before
   */
  public Rollout(
      Cluster cluster,
      ApiResources resources,
      String namespace,
      String manifest,
      Baseline baseline) {
    this.cluster = cluster;
    this.resources = resources;
    this.baseline = baseline;
    this.pods = new NewPods(cluster);
    this.troubles = new TroubleFinder(cluster, cluster.clock().now());
    for (JsonNode object : ManifestJson.objects(manifest)) {
      ObjectKey key = ObjectKey.of(object, namespace);
      if (WATCHED.contains(key.kind())) {
        (ManifestJson.isHook(object) ? hooks : workloads).add(key);
      }
    }
  }

  /** What a baseline of this manifest is made of. */
  public static List<ObjectKey> watched(String namespace, String manifest) {
    List<ObjectKey> keys = new ArrayList<>();
    for (JsonNode object : ManifestJson.objects(manifest)) {
      ObjectKey key = ObjectKey.of(object, namespace);
      if (WATCHED.contains(key.kind())) {
        keys.add(key);
      }
    }
    return keys;
  }

  /**
   * Looks at every workload.
   *
   * @param helmIsDone whether everything has been applied; until then what is as before is not
   *     looked at
   */
  public List<WorkloadState> look(boolean helmIsDone) throws ClusterFailure {
    Autoscalers autoscalers =
        Autoscalers.in(cluster, workloads.stream().map(ObjectKey::namespace).toList());
    List<WorkloadState> states = new ArrayList<>();
    for (ObjectKey key : workloads) {
      states.add(state(key, helmIsDone, autoscalers));
    }
    return states;
  }

  /** Looks at the hooks that helm waits for: the first that has failed. */
  public Optional<Trouble> failedHook() throws ClusterFailure {
    for (ObjectKey key : hooks) {
      Optional<JsonNode> object = resources.object(key);
      if (object.isPresent() && baseline.isNew(key, object.get())) {
        Optional<Trouble> found = troubles.find(object.get(), pods.of(object.get()));
        if (found.isPresent()) {
          Trouble trouble = found.get();
          return Optional.of(
              new Trouble(
                  trouble.reason(),
                  "The hook " + key + " failed. " + trouble.message(),
                  logs(object.get(), trouble),
                  trouble.events()));
        }
      }
    }
    return Optional.empty();
  }

  /** The last lines of every container of the new pods, as {@code pod/container: line}. */
  public List<String> logs(int lines) throws ClusterFailure {
    List<String> all = new ArrayList<>();
    for (ObjectKey key : workloads) {
      Optional<JsonNode> object = resources.object(key);
      for (JsonNode pod : object.isEmpty() ? List.<JsonNode>of() : pods.of(object.get())) {
        String name = Json.text(pod, "metadata", "name");
        for (JsonNode container : Json.at(pod, "spec", "containers")) {
          String of = Json.text(container, "name");
          cluster
              .logs(key.namespace(), name, of, false, lines)
              .forEach(line -> all.add(name + "/" + of + ": " + line));
        }
      }
    }
    return all;
  }

  private List<String> logs(JsonNode hook, Trouble trouble) throws ClusterFailure {
    if (!trouble.logs().isEmpty()) {
      return trouble.logs();
    }
    for (JsonNode pod : pods.of(hook)) {
      JsonNode containers = Json.at(pod, "spec", "containers");
      if (!containers.isEmpty()) {
        return cluster.logs(
            Json.text(pod, "metadata", "namespace"),
            Json.text(pod, "metadata", "name"),
            Json.text(containers.get(0), "name"),
            false,
            20);
      }
    }
    return List.of();
  }

  private WorkloadState state(ObjectKey key, boolean helmIsDone, Autoscalers autoscalers)
      throws ClusterFailure {
    Optional<JsonNode> found = resources.object(key);
    if (found.isEmpty() || (!helmIsDone && !baseline.isNew(key, found.get()))) {
      return new WorkloadState(key, false, "waits for helm", 0, Optional.empty());
    }
    JsonNode object = found.get();
    List<JsonNode> fresh = pods.of(object);
    WorkloadStatus status = WorkloadStatus.of(object, fresh);
    int restarts = 0;
    for (JsonNode pod : fresh) {
      for (JsonNode container : Json.at(pod, "status", "containerStatuses")) {
        restarts += container.path("restartCount").asInt(0);
      }
    }
    Optional<Trouble> trouble =
        status.ready() || !isSeen(object) ? Optional.empty() : troubles.find(object, fresh);
    Optional<String> scaling = autoscalers.isStillTo(object);
    return new WorkloadState(
        key,
        status.ready() && scaling.isEmpty(),
        status.progress() + scaling.map(text -> ", and " + text).orElse(""),
        restarts,
        trouble);
  }

  /** What is not seen yet still has the pods, and the troubles, of before. */
  private static boolean isSeen(JsonNode workload) {
    return switch (Json.text(workload, "kind")) {
      case "Deployment", "StatefulSet", "DaemonSet", BUDGET -> WorkloadStatus.isObserved(workload);
      default -> true;
    };
  }
}
