package dev.plimsoll.deploy.gate;

import dev.plimsoll.deploy.json.Json;
import dev.plimsoll.deploy.json.ManifestJson;
import dev.plimsoll.deploy.plan.PlanFolder;
import java.io.IOException;
import java.time.Duration;
import tools.jackson.databind.JsonNode;

/** The time that is waited fits the probes. */
final class WaitTimeout implements Gate {

  @Override
  public String id() {
    return "wait-timeout";
  }

  @Override
  public Strictness strictness() {
    return Strictness.ALWAYS;
  }

  @Override
  public Verdict judge(GateContext context) throws IOException {
    Duration timeout = context.settings().waitTimeout();
    for (JsonNode object : ManifestJson.withoutHooks(context.folder().text(PlanFolder.RENDERED))) {
      for (JsonNode container : Json.at(object, "spec", "template", "spec", "containers")) {
        long needed =
            Math.max(
                start(container.path("readinessProbe")), start(container.path("startupProbe")));
        if (needed > timeout.toSeconds()) {
          return Verdict.deny(
              "Container "
                  + Json.text(container, "name")
                  + " of "
                  + Json.text(object, "kind")
                  + " "
                  + Json.text(object, "metadata", "name")
                  + " may take "
                  + needed
                  + " s to start, and the rollout is given "
                  + timeout.toSeconds()
                  + " s.",
              "Set deploy.gates.wait-timeout.timeout to more than that.");
        }
      }
    }
    return Verdict.allow("The rollout is given " + timeout.toSeconds() + " s");
  }

  /** How long a probe lets a container take. */
  private static long start(JsonNode probe) {
    return probe.isMissingNode()
        ? 0
        : probe.path("initialDelaySeconds").asLong(0)
            + probe.path("periodSeconds").asLong(10) * probe.path("failureThreshold").asLong(3);
  }
}
