package dev.plimsoll.deploy.rollout;

import dev.plimsoll.deploy.cluster.ApiResources;
import dev.plimsoll.deploy.cluster.ClusterFailure;
import dev.plimsoll.deploy.cluster.ObjectKey;
import dev.plimsoll.deploy.json.Json;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What was there before helm began, so that what is old is not taken for what is new.
 *
 * @param states by kind and name: the identity of the object and its generation
 */
public record Baseline(Map<String, String> states) {

  public Baseline {
    states = Map.copyOf(states);
  }

  /** The state now of those objects that are there. */
  public static Baseline of(ApiResources resources, Collection<ObjectKey> keys)
      throws ClusterFailure {
    Map<String, String> states = new TreeMap<>();
    for (ObjectKey key : keys) {
      resources.object(key).ifPresent(object -> states.put(name(key), state(object)));
    }
    return new Baseline(states);
  }

  /** Whether an object is another than before, or was changed. */
  boolean isNew(ObjectKey key, JsonNode object) {
    return !state(object).equals(states.getOrDefault(name(key), ""));
  }

  public JsonNode toJson() {
    ObjectNode json = Json.object();
    new TreeMap<>(states).forEach(json::put);
    return json;
  }

  public static Baseline of(JsonNode json) {
    Map<String, String> states = new TreeMap<>();
    json.properties().forEach(each -> states.put(each.getKey(), each.getValue().asString("")));
    return new Baseline(states);
  }

  private static String name(ObjectKey key) {
    return key.kind() + "/" + key.namespace() + "/" + key.name();
  }

  private static String state(JsonNode object) {
    return Json.text(object, "metadata", "uid")
        + "@"
        + Json.at(object, "metadata", "generation").asInt(0);
  }
}
