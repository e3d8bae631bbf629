package dev.plimsoll.deploy.gate;

import dev.plimsoll.deploy.json.Json;
import dev.plimsoll.deploy.plan.PlanFolder;
import java.io.IOException;
import tools.jackson.databind.JsonNode;

/** Helm renders the release, and nothing about it is left unchecked. */
final class Renders implements Gate {

  @Override
  public String id() {
    return "renders";
  }

  @Override
  public Strictness strictness() {
    return Strictness.ALWAYS;
  }

  @Override
  public Verdict judge(GateContext context) throws IOException, PlanFolder.Tampered {
    JsonNode found = context.folder().diagnostics();
    if (!found.path("bugs").isEmpty()) {
      return Verdict.deny(
          "A part of the analysis failed because of a mistake in plimsoll.",
          "Report it; `plimsoll check --debug` shows where it happened.");
    }
    for (JsonNode gap : found.path("notChecked")) {
      if (!gap.path("accepted").asBoolean(false)) {
        return Verdict.deny(
            Json.text(gap, "place") + ": " + Json.text(gap, "reason"),
            "Make it checkable, or accept it in plimsoll.yaml.");
      }
    }
    return Verdict.allow("Helm renders it, and everything was checked");
  }
}
