package dev.plimsoll.deploy.gate;

import dev.plimsoll.deploy.json.Json;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a gate said, and when.
 *
 * @param time as the API server has it
 */
public record GateResult(String gate, Verdict verdict, String time) {

  /** As records have it. */
  public JsonNode toJson() {
    ObjectNode json = (ObjectNode) verdict.toJson();
    json.put("gate", gate);
    json.put("time", time);
    return json;
  }

  /** As {@link #toJson} writes it. */
  public static GateResult of(JsonNode json) {
    return new GateResult(
        Json.text(json, "gate"),
        new Verdict(
            Verdict.Decision.valueOf(Json.text(json, "decision")),
            Json.text(json, "evidence"),
            Json.text(json, "remedy")),
        Json.text(json, "time"));
  }
}
