package dev.plimsoll.deploy.gate;

import dev.plimsoll.deploy.plan.PlanFolder;
import java.io.IOException;

/** No rule finds an error. */
final class StrictLint implements Gate {

  @Override
  public String id() {
    return "strict-lint";
  }

  @Override
  public Strictness strictness() {
    return Strictness.STAGING;
  }

  @Override
  public Verdict judge(GateContext context) throws IOException, PlanFolder.Tampered {
    return Findings.verdict(
        Findings.of(context, Findings::isError),
        "No rule finds an error",
        "Correct it and make a new plan.");
  }
}
