package dev.plimsoll.deploy.gate;

import dev.plimsoll.deploy.json.Json;
import tools.jackson.databind.JsonNode;

/**
 * What a gate says.
 *
 * @param evidence what it saw, in a sentence
 * @param remedy what a person can do about a no; empty otherwise
 */
public record Verdict(Decision decision, String evidence, String remedy) {

  /** Yes, no, or not asked. */
  public enum Decision {
    ALLOW,
    DENY,
    /** The project does not want the gate here. */
    OFF
  }

  /** Yes. */
  public static Verdict allow(String evidence) {
    return new Verdict(Decision.ALLOW, evidence, "");
  }

  /** No. */
  public static Verdict deny(String evidence, String remedy) {
    return new Verdict(Decision.DENY, evidence, remedy);
  }

  /** Not asked. */
  public static Verdict off(String why) {
    return new Verdict(Decision.OFF, why, "");
  }

  public boolean isDeny() {
    return decision == Decision.DENY;
  }

  JsonNode toJson() {
    return Json.object()
        .put("decision", decision.name())
        .put("evidence", evidence)
        .put("remedy", remedy);
  }
}
