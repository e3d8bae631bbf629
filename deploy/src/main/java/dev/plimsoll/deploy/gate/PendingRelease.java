package dev.plimsoll.deploy.gate;

import dev.plimsoll.deploy.cluster.ClusterFailure;
import dev.plimsoll.deploy.cluster.ReleaseRevision;
import java.util.Optional;

/** Nobody has helm at work on the release. */
final class PendingRelease implements Gate {

  @Override
  public String id() {
    return "pending-release";
  }

  @Override
  public Strictness strictness() {
    return Strictness.ALWAYS;
  }

  @Override
  public Verdict judge(GateContext context) throws ClusterFailure {
    Optional<ReleaseRevision> last = context.live();
    if (last.isPresent() && last.get().isPending()) {
      return Verdict.deny(
          "Revision "
              + last.get().revision()
              + " is "
              + last.get().status()
              + ": helm is at work on it, or died at it.",
          "If no helm is running, `plimsoll rollback` brings the last healthy revision back.");
    }
    return Verdict.allow(
        last.map(live -> "Revision " + live.revision() + " is " + live.status())
            .orElse("There is no revision yet"));
  }
}
