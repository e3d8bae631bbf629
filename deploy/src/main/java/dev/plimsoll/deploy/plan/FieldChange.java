package dev.plimsoll.deploy.plan;

import dev.plimsoll.deploy.json.Json;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A field of a live object that will be another.
 *
 * @param path as users of {@code kubectl} write it
 * @param before as JSON in one line; empty for a field that is new
 * @param after the same for what it will be; empty for one that goes
 */
public record FieldChange(String path, Optional<String> before, Optional<String> after) {

  /** Whether both say the same, as far as what is hidden in one of them lets that be seen. */
  boolean isSameAs(FieldChange other) {
    return path.equals(other.path)
        && Mask.isSame(before.orElse(""), other.before.orElse(""))
        && Mask.isSame(after.orElse(""), other.after.orElse(""));
  }

  JsonNode toJson() {
    ObjectNode json = Json.object().put("path", path);
    before.ifPresent(text -> json.put("before", text));
    after.ifPresent(text -> json.put("after", text));
    return json;
  }

  static FieldChange of(JsonNode json) {
    return new FieldChange(
        Json.text(json, "path"),
        json.has("before") ? Optional.of(Json.text(json, "before")) : Optional.empty(),
        json.has("after") ? Optional.of(Json.text(json, "after")) : Optional.empty());
  }
}
