package dev.plimsoll.deploy.gate;

import dev.plimsoll.deploy.plan.ObjectChange;
import dev.plimsoll.deploy.plan.ObjectChange.Action;

/** The cluster serves every kind of the release. */
final class ServedApis implements Gate {

  @Override
  public String id() {
    return "served-apis";
  }

  @Override
  public Strictness strictness() {
    return Strictness.ALWAYS;
  }

  @Override
  public Verdict judge(GateContext context) {
    for (ObjectChange change : context.folder().plan().changes()) {
      if (change.action() == Action.REFUSED
          && change.note().startsWith("The cluster does not serve")) {
        return Verdict.deny(
            change.key() + ": " + change.note(),
            "Use a version that the cluster serves, or install what defines the kind first.");
      }
    }
    return Verdict.allow("The cluster serves every kind");
  }
}
