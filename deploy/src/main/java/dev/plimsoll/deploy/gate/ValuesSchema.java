package dev.plimsoll.deploy.gate;

import dev.plimsoll.deploy.plan.PlanFolder;
import java.io.IOException;
import java.util.List;

/** The chart has a schema, and the values fit it. */
final class ValuesSchema implements Gate {

  @Override
  public String id() {
    return "values-schema";
  }

  @Override
  public Strictness strictness() {
    return Strictness.STAGING;
  }

  private static final List<String> RULES =
      List.of(
          "values-type-mismatch",
          "missing-required-value",
          "unknown-values-key",
          "values-schema-violation",
          "invalid-values-schema");

  @Override
  public Verdict judge(GateContext context) throws IOException, PlanFolder.Tampered {
    if (!context.folder().diagnostics().path("hasSchema").asBoolean(false)) {
      return Verdict.deny(
          "The chart has no values.schema.json, so nobody knows which values are right.",
          "Add one, or turn the gate off with a reason.");
    }
    return Findings.verdict(
        Findings.of(context, each -> Findings.isError(each) && Findings.isRule(each, RULES)),
        "The values fit the schema of the chart",
        "Correct the values and make a new plan.");
  }
}
