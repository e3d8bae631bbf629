package dev.plimsoll.deploy.gate;

import dev.plimsoll.deploy.cluster.ClusterFailure;
import dev.plimsoll.deploy.json.Json;
import dev.plimsoll.deploy.plan.ObjectChange;
import dev.plimsoll.deploy.plan.ObjectChange.Action;
import dev.plimsoll.deploy.plan.Plan;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** No object that is there belongs to somebody else. */
final class Ownership implements Gate {

  @Override
  public String id() {
    return "ownership";
  }

  @Override
  public Strictness strictness() {
    return Strictness.ALWAYS;
  }

  @Override
  public Verdict judge(GateContext context) throws ClusterFailure {
    Plan plan = context.folder().plan();
    for (ObjectChange change : plan.changes()) {
      if (change.action() != Action.UPDATE && change.action() != Action.UNCHANGED) {
        continue;
      }
      Optional<JsonNode> live = context.resources().object(change.key());
      if (live.isPresent()) {
        Optional<String> owner = otherOwner(live.get(), plan);
        if (owner.isPresent()) {
          return Verdict.deny(
              change.key() + " is there already and belongs to " + owner.get() + ".",
              "Take it out of one of the two, or let helm adopt it with its labels.");
        }
      }
    }
    return Verdict.allow("Every object that is there belongs to the release");
  }

  private static Optional<String> otherOwner(JsonNode live, Plan plan) {
    String manager = Json.text(live, "metadata", "labels", "app.kubernetes.io/managed-by");
    String release = Json.text(live, "metadata", "annotations", "meta.helm.sh/release-name");
    String namespace = Json.text(live, "metadata", "annotations", "meta.helm.sh/release-namespace");
    if (release.isEmpty() || !manager.equals("Helm")) {
      return Optional.of("no release");
    }
    boolean isOurs = release.equals(plan.release()) && namespace.equals(plan.namespace());
    return isOurs ? Optional.empty() : Optional.of("the release " + release + " in " + namespace);
  }
}
