package dev.plimsoll.deploy.rollout;

import dev.plimsoll.deploy.cluster.Cluster;
import dev.plimsoll.deploy.cluster.ClusterFailure;
import dev.plimsoll.deploy.json.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Finds the pods that belong to what was applied last, and not to what is being replaced. */
final class NewPods {

  private final Cluster cluster;

  NewPods(Cluster cluster) {
    this.cluster = cluster;
  }

  /** The pods of the newest revision of a workload. */
  List<JsonNode> of(JsonNode workload) throws ClusterFailure {
    return switch (Json.text(workload, "kind")) {
      case "Deployment" -> ofDeployment(workload);
      case "StatefulSet" -> {
        String revision = Json.text(workload, "status", "updateRevision");
        yield revision.isEmpty()
            ? List.of()
            : pods(workload, selector(workload) + ",controller-revision-hash=" + revision);
      }
      case "DaemonSet" -> ofDaemonSet(workload);
      case "Job" -> pods(workload, "batch.kubernetes.io/controller-uid=" + uid(workload));
      case "Pod" -> List.of(workload);
      default -> List.of();
    };
  }

  private List<JsonNode> ofDeployment(JsonNode deployment) throws ClusterFailure {
    String path = "/apis/apps/v1/namespaces/" + namespace(deployment) + "/replicasets";
    Optional<JsonNode> newest = Optional.empty();
    long highest = -1;
    for (JsonNode set : owned(path, deployment)) {
      long revision =
          number(Json.text(set, "metadata", "annotations", "deployment.kubernetes.io/revision"));
      if (revision > highest) {
        highest = revision;
        newest = Optional.of(set);
      }
    }
    return newest.isEmpty() ? List.of() : hashed(deployment, "pod-template-hash", newest.get());
  }

  private List<JsonNode> ofDaemonSet(JsonNode daemonSet) throws ClusterFailure {
    String path = "/apis/apps/v1/namespaces/" + namespace(daemonSet) + "/controllerrevisions";
    Optional<JsonNode> newest = Optional.empty();
    for (JsonNode revision : owned(path, daemonSet)) {
      boolean isNewer =
          newest.isEmpty()
              || revision.path("revision").asLong(0) > newest.get().path("revision").asLong(0);
      newest = isNewer ? Optional.of(revision) : newest;
    }
    return newest.isEmpty()
        ? List.of()
        : hashed(daemonSet, "controller-revision-hash", newest.get());
  }

  private List<JsonNode> hashed(JsonNode workload, String label, JsonNode revision)
      throws ClusterFailure {
    String hash = Json.text(revision, "metadata", "labels", label);
    return pods(workload, selector(workload) + "," + label + "=" + hash);
  }

  private List<JsonNode> owned(String path, JsonNode owner) throws ClusterFailure {
    List<JsonNode> owned = new ArrayList<>();
    for (JsonNode object : cluster.list(path, selector(owner))) {
      for (JsonNode reference : Json.at(object, "metadata", "ownerReferences")) {
        if (Json.text(reference, "uid").equals(uid(owner))) {
          owned.add(object);
        }
      }
    }
    return owned;
  }

  private List<JsonNode> pods(JsonNode workload, String selector) throws ClusterFailure {
    return cluster.list("/api/v1/namespaces/" + namespace(workload) + "/pods", selector);
  }

  /** The labels that select pods; expressions only narrow them further. */
  private static String selector(JsonNode workload) {
    List<String> labels = new ArrayList<>();
    Json.at(workload, "spec", "selector", "matchLabels")
        .properties()
        .forEach(label -> labels.add(label.getKey() + "=" + label.getValue().asString("")));
    return String.join(",", labels);
  }

  private static String namespace(JsonNode object) {
    return Json.text(object, "metadata", "namespace");
  }

  private static String uid(JsonNode object) {
    return Json.text(object, "metadata", "uid");
  }

  private static long number(String text) {
    try {
      return Long.parseLong(text);
    } catch (NumberFormatException e) {
      return 0;
    }
  }
}
