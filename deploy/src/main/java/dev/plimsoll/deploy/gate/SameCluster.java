package dev.plimsoll.deploy.gate;

import dev.plimsoll.deploy.cluster.ClusterFailure;
import dev.plimsoll.deploy.cluster.ClusterIdentity;
import dev.plimsoll.deploy.plan.Plan;

/** The cluster and helm are those that the plan was made with. */
final class SameCluster implements Gate {

  @Override
  public String id() {
    return "same-cluster";
  }

  @Override
  public Strictness strictness() {
    return Strictness.ALWAYS;
  }

  @Override
  public Verdict judge(GateContext context) throws ClusterFailure {
    Plan plan = context.folder().plan();
    ClusterIdentity planned = plan.identity();
    ClusterIdentity now = context.cluster().identity();
    String remedy = "Make a new plan with what you want to deploy to and with.";
    if (!now.uid().equals(planned.uid())) {
      return Verdict.deny(
          "The plan was made for another cluster (context "
              + planned.context()
              + ") than the one that context "
              + now.context()
              + " leads to.",
          remedy);
    }
    if (!now.context().equals(planned.context())) {
      return Verdict.deny(
          "The plan was made through context "
              + planned.context()
              + ", and this is "
              + now.context()
              + ".",
          remedy);
    }
    if (!now.version().equals(planned.version())) {
      return Verdict.deny(
          "The cluster had Kubernetes "
              + planned.version()
              + " when the plan was made, and has "
              + now.version()
              + ".",
          remedy);
    }
    return context.helm().version().equals(plan.helm())
        ? Verdict.allow(
            "Context " + now.context() + ", Kubernetes " + now.version() + ", helm " + plan.helm())
        : Verdict.deny(
            "The plan was made with helm "
                + plan.helm()
                + ", and this is "
                + context.helm().version()
                + ".",
            remedy);
  }
}
