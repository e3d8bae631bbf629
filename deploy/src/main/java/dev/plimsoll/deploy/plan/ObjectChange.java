package dev.plimsoll.deploy.plan;

import dev.plimsoll.deploy.cluster.ObjectKey;
import dev.plimsoll.deploy.json.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What becomes of one object.
 *
 * @param fields what of it changes, by path
 * @param note why the API server refuses it, or what else a person should know; may be empty
 */
public record ObjectChange(ObjectKey key, Action action, List<FieldChange> fields, String note) {

  /** What is done with an object. */
  public enum Action {
    CREATE,
    UPDATE,
    DELETE,
    /** Helm leaves it behind, as the chart asks for. */
    KEEP,
    UNCHANGED,
    /** The API server would not take it: an immutable field, a policy, a missing kind. */
    REFUSED;

    /** The word in plans. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  public ObjectChange {
    fields = List.copyOf(fields);
  }

  /** Whether the pods that this object makes are replaced. */
  public boolean rollsPods() {
    return action == Action.UPDATE
        && fields.stream().anyMatch(field -> field.path().startsWith("spec.template"));
  }

  /**
   * Whether both say the same. What a plan hides is not always what a deploy hides, which has the
   * keys for it.
   */
  public boolean isSameAs(ObjectChange other) {
    if (!key.equals(other.key) || action != other.action || fields.size() != other.fields.size()) {
      return false;
    }
    for (int i = 0; i < fields.size(); i++) {
      if (!fields.get(i).isSameAs(other.fields.get(i))) {
        return false;
      }
    }
    return Mask.isSame(note, other.note);
  }

  JsonNode toJson() {
    ArrayNode changes = Json.array();
    fields.forEach(field -> changes.add(field.toJson()));
    ObjectNode json =
        Json.object()
            .put("action", action.word())
            .put("apiVersion", key.apiVersion())
            .put("kind", key.kind())
            .put("namespace", key.namespace())
            .put("name", key.name());
    if (!fields.isEmpty()) {
      json.set("fields", changes);
    }
    if (!note.isEmpty()) {
      json.put("note", note);
    }
    return json;
  }

  static ObjectChange of(JsonNode json) {
    List<FieldChange> fields = new ArrayList<>();
    json.path("fields").forEach(field -> fields.add(FieldChange.of(field)));
    return new ObjectChange(
        new ObjectKey(
            Json.text(json, "apiVersion"),
            Json.text(json, "kind"),
            Json.text(json, "namespace"),
            Json.text(json, "name")),
        Action.valueOf(Json.text(json, "action").toUpperCase(Locale.ROOT)),
        fields,
        Json.text(json, "note"));
  }
}
