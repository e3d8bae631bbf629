package dev.plimsoll.deploy.gate;

import dev.plimsoll.deploy.plan.Plan;
import dev.plimsoll.deploy.plan.SealedValues;
import java.io.IOException;

/** Every secret that the values need is there, and none is a word that stands for it. */
final class SecretsOpened implements Gate {

  @Override
  public String id() {
    return "secrets-opened";
  }

  @Override
  public Strictness strictness() {
    return Strictness.ALWAYS;
  }

  @Override
  public Verdict judge(GateContext context) throws IOException {
    Plan plan = context.folder().plan();
    if (context.sealedProblem().isPresent()) {
      return Verdict.deny(
          context.sealedProblem().get(),
          "Deploy where sops and a key are that open it, as `sops --decrypt` there shows.");
    }
    int sealed = 0;
    for (String name : plan.values()) {
      if (SealedValues.isSealed(plan, name)) {
        sealed++;
      } else if (SealedValues.hasToken(context.folder().text(name))) {
        return notThere("`" + name + "` of the plan");
      }
    }
    if (plan.arguments().stream().anyMatch(SealedValues::hasToken)) {
      return notThere("An option for helm");
    }
    return Verdict.allow(
        sealed == 0 ? "No values are encrypted" : "sops has opened " + sealed + " values files");
  }

  private static Verdict notThere(String what) {
    return Verdict.deny(
        what
            + " has a secret that helmfile would fill in, by `ref+` or among the values of an"
            + " environment, and plimsoll does not.",
        "Give the secret in a values file of the release that sops has encrypted.");
  }
}
