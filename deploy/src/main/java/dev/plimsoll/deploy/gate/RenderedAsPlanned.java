package dev.plimsoll.deploy.gate;

import dev.plimsoll.deploy.helm.HelmFailure;
import dev.plimsoll.deploy.plan.PlanFolder;
import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** Helm renders what the plan holds, byte for byte. */
final class RenderedAsPlanned implements Gate {

  @Override
  public String id() {
    return "rendered-as-planned";
  }

  @Override
  public Strictness strictness() {
    return Strictness.ALWAYS;
  }

  @Override
  public Verdict judge(GateContext context) throws HelmFailure, IOException, PlanFolder.Tampered {
    String planned = context.folder().text(PlanFolder.RENDERED);
    String now = context.renderedNow();
    if (planned.equals(now)) {
      return Verdict.allow(
          "Helm renders the " + planned.lines().count() + " lines of the plan, byte for byte");
    }
    JsonNode random = context.folder().diagnostics().path("random");
    if (!random.isEmpty()) {
      String names =
          random
              .valueStream()
              .map(name -> "`" + name.asString("") + "`")
              .collect(Collectors.joining(", "));
      return Verdict.deny(
          "The chart calls " + names + ", so helm renders something else each time.",
          "Give the value instead, so that what is reviewed is what is applied.");
    }
    return Verdict.deny(
        difference(planned.lines().toList(), now.lines().toList()),
        "Report it, with the chart if you can: plimsoll must render what helm renders.");
  }

  private static String difference(List<String> planned, List<String> now) {
    int line = 0;
    String source = "";
    while (line < planned.size() && line < now.size() && planned.get(line).equals(now.get(line))) {
      if (planned.get(line).startsWith("# Source: ")) {
        source = planned.get(line).substring("# Source: ".length());
      }
      line++;
    }
    return "Helm renders something else than the plan holds from line "
        + (line + 1)
        + " of "
        + PlanFolder.RENDERED
        + (source.isEmpty() ? "" : " (" + source + ")")
        + " on.";
  }
}
