package dev.plimsoll.deploy.gate;

import dev.plimsoll.deploy.plan.PlanFolder;
import java.io.IOException;
import java.util.List;

/** Containers say what they need and may use. */
final class ResourceLimits implements Gate {

  @Override
  public String id() {
    return "resource-limits";
  }

  @Override
  public Strictness strictness() {
    return Strictness.STAGING;
  }

  private static final List<String> RULES =
      List.of(
          "missing-memory-limit",
          "missing-memory-request",
          "missing-cpu-request",
          "missing-cpu-limit");

  @Override
  public Verdict judge(GateContext context) throws IOException, PlanFolder.Tampered {
    return Findings.verdict(
        Findings.of(context, each -> Findings.isError(each) && Findings.isRule(each, RULES)),
        "Containers say what they need and may use",
        "Set the resources in the values and make a new plan.");
  }
}
