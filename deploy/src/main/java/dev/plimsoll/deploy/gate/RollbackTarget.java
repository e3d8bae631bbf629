package dev.plimsoll.deploy.gate;

import dev.plimsoll.deploy.cluster.ClusterFailure;
import dev.plimsoll.deploy.cluster.ReleaseRevision;
import dev.plimsoll.deploy.cluster.ReleaseStore;
import java.util.Optional;

/** There is a revision to go back to. */
final class RollbackTarget implements Gate {

  @Override
  public String id() {
    return "rollback-target";
  }

  @Override
  public Strictness strictness() {
    return Strictness.STAGING;
  }

  @Override
  public Verdict judge(GateContext context) throws ClusterFailure {
    if (context.revisions().isEmpty()) {
      return Verdict.allow("It is the first installation; going back means taking it away");
    }
    Optional<ReleaseRevision> deployed = ReleaseStore.deployed(context.revisions());
    return deployed
        .map(revision -> Verdict.allow("Revision " + revision.revision() + " is deployed"))
        .orElse(
            Verdict.deny(
                "No revision of the release is deployed, so there is none to go back to.",
                "Bring a healthy revision back first, with `plimsoll rollback`."));
  }
}
