package dev.plimsoll.deploy.gate;

import dev.plimsoll.deploy.cluster.ClusterFailure;
import dev.plimsoll.deploy.cluster.ReleaseStore;
import dev.plimsoll.deploy.plan.Plan;

/** What the release needs is installed. */
final class NeededReleases implements Gate {

  @Override
  public String id() {
    return "needed-releases";
  }

  @Override
  public Strictness strictness() {
    return Strictness.ALWAYS;
  }

  @Override
  public Verdict judge(GateContext context) throws ClusterFailure {
    Plan plan = context.folder().plan();
    for (String need : plan.needs()) {
      int slash = need.indexOf('/');
      String namespace = slash < 0 ? plan.namespace() : need.substring(0, slash);
      String name = need.substring(slash + 1);
      ReleaseStore store = new ReleaseStore(context.store().storage(), namespace, name);
      if (store.deployed().isEmpty()) {
        return Verdict.deny(
            plan.release() + " needs " + name + " in " + namespace + ", which is not deployed.",
            "Deploy it before, or with it: `plimsoll deploy` of both plans keeps the order.");
      }
    }
    return Verdict.allow(
        plan.needs().isEmpty()
            ? "It needs no other release"
            : "Deployed: " + String.join(", ", plan.needs()));
  }
}
