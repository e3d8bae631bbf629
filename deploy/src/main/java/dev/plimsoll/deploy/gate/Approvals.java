package dev.plimsoll.deploy.gate;

import dev.plimsoll.deploy.json.Json;
import dev.plimsoll.deploy.record.Approval;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;

/** Enough people have approved exactly this plan. */
final class Approvals implements Gate {

  @Override
  public String id() {
    return "approvals";
  }

  @Override
  public Strictness strictness() {
    return Strictness.ALWAYS;
  }

  private static final Duration CLOCK_TOLERANCE = Duration.ofMinutes(5);

  @Override
  public Verdict judge(GateContext context) throws IOException {
    Optional<JsonNode> wanted = context.settings().approvals();
    if (wanted.isEmpty()) {
      return Verdict.allow("Nobody needs to approve it");
    }
    List<JsonNode> approvers = new ArrayList<>();
    wanted.get().path("approvers").forEach(approvers::add);
    int required = wanted.get().path("required").asInt(approvers.size());
    long expires = wanted.get().path("expires").asLong(0);
    Instant now = context.cluster().clock().now();
    TreeSet<String> valid = new TreeSet<>();
    List<String> refused = new ArrayList<>();
    for (Approval approval : Approval.readAll(context.folder().approvals())) {
      Optional<String> problem = problem(context, approvers, approval, expires, now);
      problem.ifPresentOrElse(
          why -> refused.add("that of " + approval.approver() + " does not count: " + why),
          () -> valid.add(approval.approver()));
    }
    return valid.size() >= required
        ? Verdict.allow("Approved by " + String.join(", ", valid))
        : Verdict.deny(
            valid.size()
                + " of "
                + required
                + " approvals"
                + (refused.isEmpty() ? "" : "; " + String.join("; ", refused))
                + ".",
            "Have it approved with `plimsoll approve` by "
                + String.join(
                    ", ", approvers.stream().map(each -> Json.text(each, "name")).toList())
                + ".");
  }

  /** Why an approval does not count. */
  private static Optional<String> problem(
      GateContext context, List<JsonNode> approvers, Approval approval, long expires, Instant now) {
    if (!approval.planHash().equals(context.folder().hash())) {
      return Optional.of("it is of another plan");
    }
    if (approval.approver().equals(context.folder().plan().author())) {
      return Optional.of("nobody approves a plan of their own");
    }
    Optional<String> key =
        approvers.stream()
            .filter(each -> Json.text(each, "name").equals(approval.approver()))
            .map(each -> Json.text(each, "key"))
            .findFirst();
    if (key.isEmpty()) {
      return Optional.of("the project does not name this approver");
    }
    if (!approval.isSignedBy(key.get())) {
      return Optional.of("the signature is not that of the approver's key");
    }
    if (expires > 0 && approval.time().plusSeconds(expires).isBefore(now)) {
      return Optional.of("it has expired");
    }
    // It would be valid for longer than the project allows.
    return expires > 0 && approval.time().isAfter(now.plus(CLOCK_TOLERANCE))
        ? Optional.of("its time is still to come")
        : Optional.empty();
  }
}
