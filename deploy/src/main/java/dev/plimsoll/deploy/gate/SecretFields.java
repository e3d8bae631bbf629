package dev.plimsoll.deploy.gate;

import dev.plimsoll.deploy.cluster.ObjectKey;
import dev.plimsoll.deploy.json.Json;
import dev.plimsoll.deploy.json.ManifestJson;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/** The fields of a manifest that depend on a secret: those that are another with other tokens. */
final class SecretFields {

  private final Map<String, String> planned;
  private final Map<String, String> other;

  /**
   * @param planned what is rendered with the tokens of the plan
   * @param other the same with other tokens
   */
  SecretFields(String planned, String other) {
    this.planned = leaves(planned);
    this.other = leaves(other);
  }

  /** What of a manifest with the real secrets is not as planned, apart from these fields. */
  Optional<String> difference(String real) {
    Map<String, String> found = leaves(real);
    for (String field : found.keySet()) {
      if (!planned.containsKey(field)) {
        return Optional.of(field + " is there with the real secrets, and is not in the plan.");
      }
    }
    for (Map.Entry<String, String> field : planned.entrySet()) {
      String text = found.get(field.getKey());
      if (text == null) {
        return Optional.of(field.getKey() + " of the plan is not there with the real secrets.");
      }
      boolean isSecret = !field.getValue().equals(other.get(field.getKey()));
      if (!isSecret && !field.getValue().equals(text)) {
        return Optional.of(field.getKey() + " is another with the real secrets than in the plan.");
      }
    }
    return Optional.empty();
  }

  private static Map<String, String> leaves(String manifest) {
    Map<String, String> leaves = new TreeMap<>();
    for (JsonNode object : ManifestJson.objects(manifest)) {
      ObjectKey key = ObjectKey.of(object, "");
      String namespace = key.namespace().isEmpty() ? "" : " in " + key.namespace();
      collect(key + namespace + ": ", object, leaves);
    }
    return leaves;
  }

  private static void collect(String path, JsonNode node, Map<String, String> leaves) {
    if (node.isObject() && !node.isEmpty()) {
      node.properties()
          .forEach(each -> collect(path + "/" + each.getKey(), each.getValue(), leaves));
    } else if (node.isArray() && !node.isEmpty()) {
      for (int i = 0; i < node.size(); i++) {
        collect(path + "/" + i, node.get(i), leaves);
      }
    } else {
      leaves.put(path, Json.line(node));
    }
  }
}
