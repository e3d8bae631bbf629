package dev.plimsoll.deploy.rollout;

import dev.plimsoll.deploy.cluster.Cluster;
import dev.plimsoll.deploy.cluster.ClusterFailure;
import dev.plimsoll.deploy.json.Json;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;

/** The autoscalers that own the replicas of workloads: no manifest says how many there will be. */
record Autoscalers(List<JsonNode> all) {

  Autoscalers {
    all = List.copyOf(all);
  }

  /** Those of some namespaces; none where nobody may look, or they are not served. */
  static Autoscalers in(Cluster cluster, Collection<String> namespaces) throws ClusterFailure {
    List<JsonNode> all = new ArrayList<>();
    for (String namespace : new TreeSet<>(namespaces)) {
      try {
        all.addAll(
            cluster.list(
                "/apis/autoscaling/v2/namespaces/" + namespace + "/horizontalpodautoscalers", ""));
      } catch (ClusterFailure failure) {
        if (failure.kind() != ClusterFailure.Kind.FORBIDDEN
            && failure.kind() != ClusterFailure.Kind.NOT_FOUND) {
          throw failure;
        }
      }
    }
    return new Autoscalers(all);
  }

  /**
   * What is still to come of a workload's autoscaler, for people: it brings the replicas between
   * its bounds within seconds, with or without metrics. Empty if there is nothing.
   */
  Optional<String> isStillTo(JsonNode workload) {
    int replicas = Json.at(workload, "spec", "replicas").asInt(1);
    // Zero turns an autoscaler off.
    if (replicas == 0) {
      return Optional.empty();
    }
    for (JsonNode each : all) {
      if (isOf(each, workload)) {
        int least = Json.at(each, "spec", "minReplicas").asInt(1);
        int most = Json.at(each, "spec", "maxReplicas").asInt(Integer.MAX_VALUE);
        if (replicas < least || replicas > most) {
          return Optional.of(
              "its autoscaler goes from "
                  + replicas
                  + " to "
                  + (replicas < least ? least : most)
                  + " replicas");
        }
      }
    }
    return Optional.empty();
  }

  private static boolean isOf(JsonNode autoscaler, JsonNode workload) {
    JsonNode target = Json.at(autoscaler, "spec", "scaleTargetRef");
    return Json.text(autoscaler, "metadata", "namespace")
            .equals(Json.text(workload, "metadata", "namespace"))
        && Json.text(target, "kind").equals(Json.text(workload, "kind"))
        && Json.text(target, "name").equals(Json.text(workload, "metadata", "name"));
  }
}
