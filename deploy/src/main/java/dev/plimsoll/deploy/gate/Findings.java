package dev.plimsoll.deploy.gate;

import dev.plimsoll.deploy.json.Json;
import dev.plimsoll.deploy.plan.PlanFolder;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;

/** The diagnostics of a plan that count. */
final class Findings {

  private Findings() {}

  /** Those that fit, as {@code place: message [rule]}. */
  static List<String> of(GateContext context, Predicate<JsonNode> wanted)
      throws IOException, PlanFolder.Tampered {
    List<String> found = new ArrayList<>();
    for (JsonNode each : context.folder().diagnostics().path("diagnostics")) {
      if (!each.path("accepted").asBoolean(false) && wanted.test(each)) {
        found.add(
            Json.text(each, "place")
                + ": "
                + Json.text(each, "message")
                + " ["
                + Json.text(each, "rule")
                + "]");
      }
    }
    return found;
  }

  /** The first of several, and how many there are. */
  static Verdict verdict(List<String> found, String good, String remedy) {
    return found.isEmpty()
        ? Verdict.allow(good)
        : Verdict.deny(
            found.getFirst() + (found.size() == 1 ? "" : " (and " + (found.size() - 1) + " more)"),
            remedy);
  }

  static boolean isError(JsonNode diagnostic) {
    return Json.text(diagnostic, "severity").equals("error");
  }

  static boolean isRule(JsonNode diagnostic, List<String> rules) {
    return rules.contains(Json.text(diagnostic, "rule"));
  }
}
