package dev.plimsoll.deploy.gate;

import dev.plimsoll.deploy.helm.HelmFailure;
import dev.plimsoll.deploy.plan.Plan;
import dev.plimsoll.deploy.plan.PlanFolder;
import dev.plimsoll.deploy.plan.SealedValues;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/**
 * Helm renders what the plan holds, byte for byte. Where values are encrypted it does so with the
 * tokens of the plan, and with the real secrets it renders the same but for the fields that depend
 * on them.
 */
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
    Plan plan = context.folder().plan();
    boolean isSealed = plan.values().stream().anyMatch(name -> SealedValues.isSealed(plan, name));
    String now =
        isSealed
            ? context.renderedWith(values(context, SealedValues::tokens))
            : context.renderedNow();
    if (planned.equals(now)) {
      return isSealed
          ? withSecrets(context, planned)
          : Verdict.allow(
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

  private static Verdict withSecrets(GateContext context, String planned)
      throws HelmFailure, IOException {
    String other = context.renderedWith(values(context, SealedValues::otherTokens));
    return new SecretFields(planned, other)
        .difference(context.renderedNow())
        .map(problem ->
            Verdict.deny(
                "What is applied would not be what was reviewed: " + problem,
                "Do not let a secret decide what else is rendered."))
        .orElse(
            Verdict.allow(
                "Helm renders the "
                    + planned.lines().count()
                    + " lines of the plan, and the secrets change only the fields that hold them"));
  }

  private static List<Path> values(GateContext context, UnaryOperator<String> tokens) {
    Plan plan = context.folder().plan();
    return plan.values().stream()
        .map(name -> SealedValues.isSealed(plan, name) ? tokens.apply(name) : name)
        .map(context.folder()::file)
        .toList();
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
