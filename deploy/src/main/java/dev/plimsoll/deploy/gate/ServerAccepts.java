package dev.plimsoll.deploy.gate;

import dev.plimsoll.deploy.plan.ObjectChange;
import dev.plimsoll.deploy.plan.ObjectChange.Action;

/** The API server would take every object. */
final class ServerAccepts implements Gate {

  @Override
  public String id() {
    return "server-accepts";
  }

  @Override
  public Strictness strictness() {
    return Strictness.ALWAYS;
  }

  @Override
  public Verdict judge(GateContext context) {
    for (ObjectChange change : context.folder().plan().changes()) {
      if (change.action() == Action.REFUSED) {
        return Verdict.deny(
            change.key() + ": " + change.note(), "Correct the object and make a new plan.");
      }
    }
    return Verdict.allow("The API server would take every object");
  }
}
