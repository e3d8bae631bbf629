package dev.plimsoll.deploy.gate;

import dev.plimsoll.deploy.cluster.ClusterFailure;
import dev.plimsoll.deploy.cluster.ReleaseRevision;
import dev.plimsoll.deploy.plan.LiveDiff;
import dev.plimsoll.deploy.plan.ObjectChange;
import dev.plimsoll.deploy.plan.Plan;
import dev.plimsoll.deploy.plan.PlanFolder;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** The release and its objects are as they were when the plan was made. */
final class LiveUnchanged implements Gate {

  @Override
  public String id() {
    return "live-unchanged";
  }

  @Override
  public Strictness strictness() {
    return Strictness.ALWAYS;
  }

  @Override
  public Verdict judge(GateContext context) throws ClusterFailure, IOException {
    Plan plan = context.folder().plan();
    String remedy = "Make a new plan, and have it approved.";
    Optional<ReleaseRevision> now = context.live();
    Optional<Plan.LiveRelease> then = plan.live();
    if (now.isPresent() != then.isPresent()
        || (now.isPresent() && !now.get().digest().equals(then.get().digest()))) {
      return Verdict.deny(
          "The release was "
              + then.map(live -> "revision " + live.revision() + " (" + live.status() + ")")
                  .orElse("not installed")
              + " when the plan was made, and is "
              + now.map(live -> "revision " + live.revision() + " (" + live.status() + ")")
                  .orElse("not installed")
              + ".",
          remedy);
    }
    LiveDiff diff =
        new LiveDiff(context.cluster(), context.resources(), plan.namespace(), context.mask());
    List<ObjectChange> changes =
        diff.compute(
            now.map(ReleaseRevision::manifest).orElse(""),
            context.folder().text(PlanFolder.RENDERED));
    for (ObjectChange change : changes) {
      if (plan.changes().stream().noneMatch(change::isSameAs)) {
        return Verdict.deny(
            change.key() + " is not as it was on the cluster when the plan was made.", remedy);
      }
    }
    return changes.size() == plan.changes().size()
        ? Verdict.allow(
            now.map(live -> "Revision " + live.revision() + ", every object as planned")
                .orElse("Not installed, as planned"))
        : Verdict.deny("Objects of the release are gone that were there.", remedy);
  }
}
