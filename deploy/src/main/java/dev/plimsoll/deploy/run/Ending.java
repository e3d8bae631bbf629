package dev.plimsoll.deploy.run;

import dev.plimsoll.deploy.cluster.ClusterFailure;
import dev.plimsoll.deploy.gate.GateResult;
import dev.plimsoll.deploy.journal.Journal;
import dev.plimsoll.deploy.journal.Step;
import dev.plimsoll.deploy.json.Json;
import dev.plimsoll.deploy.rollout.Trouble;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** How a deploy ends: with a record, and where it has failed with the revision before. */
final class Ending {

  private final DeployRequest request;
  private final DeployReporter reporter;
  private final Journal journal;
  private final HeldLock lock;
  private final Trail trail;
  private final List<GateResult> after = new ArrayList<>();

  Ending(
      DeployRequest request, DeployReporter reporter, Journal journal, HeldLock lock, Trail trail) {
    this.request = request;
    this.reporter = reporter;
    this.journal = journal;
    this.lock = lock;
    this.trail = trail;
  }

  /** Keeps for the record what was asked after the rollout. */
  void add(GateResult result) {
    after.add(result);
  }

  Outcome end(Outcome outcome) throws IOException {
    Outcome shown = new Outcome(outcome.result(), request.mask().text(outcome.text()));
    Recorder recorder = new Recorder(request, journal, after);
    recorder.write(shown).forEach(reporter::gate);
    journal.write(Step.END, DeployRun.facts(shown));
    return shown;
  }

  /** Says what is wrong and brings the revision before back. */
  Outcome failed(Trouble trouble) throws IOException, ClusterFailure {
    Trouble shown = masked(trouble);
    reporter.trouble(shown);
    int target = trail.target(List.of());
    journal.write(
        Step.ROLLBACK,
        Json.object()
            .put("target", target)
            .put("reason", shown.reason())
            .put("message", shown.message()));
    return rollBack(target, shown.message());
  }

  /** Goes on after {@link Step#ROLLBACK} was written. */
  Outcome resume() throws IOException, ClusterFailure {
    if (!trail.awaitOrphan()) {
      return Outcome.stuck("A helm of that deploy is still at work.");
    }
    JsonNode facts = journal.find(Step.ROLLBACK).orElseThrow().facts();
    return rollBack(facts.path("target").asInt(0), Json.text(facts, "message"));
  }

  /**
   * Takes away the release in which the new version was tried, if there is one.
   *
   * @return why that failed, in a sentence
   */
  Optional<String> takeCanaryAway() throws IOException {
    Optional<CanaryRelease> canary = canary();
    if (canary.isEmpty()) {
      return Optional.empty();
    }
    reporter.step("Taking the canary " + canary.get().name() + " away");
    return canary.get().takeAway(trail::note).map(request.mask()::text);
  }

  private Optional<CanaryRelease> canary() {
    return journal.has(Step.CANARY) ? CanaryRelease.of(request) : Optional.empty();
  }

  private Outcome rollBack(int target, String why) throws IOException, ClusterFailure {
    boolean isUntouched = canary().isPresent() && !journal.has(Step.APPLY);
    Rollback rollback = new Rollback(request, lock, reporter, trail::note);
    Optional<String> problem = isUntouched ? Optional.empty() : rollback.to(target);
    Optional<String> left = takeCanaryAway();
    if (problem.isPresent() || left.isPresent()) {
      return end(
          Outcome.stuck(
              why
                  + " Going back failed too: "
                  + request.mask().text(problem.or(() -> left).get())
                  + " A person is needed."));
    }
    return end(
        new Outcome(Outcome.Result.ROLLED_BACK, why + (isUntouched ? untouched() : back(target))));
  }

  private String untouched() {
    return " The canary is taken away again, and " + request.plan().release() + " is as it was.";
  }

  private static String back(int target) {
    return target == 0
        ? " Nothing was installed before, and the release is taken away again."
        : " Revision " + target + " is back and healthy.";
  }

  private Trouble masked(Trouble trouble) {
    return new Trouble(
        trouble.reason(),
        sentence(request.mask().text(trouble.message())),
        trouble.logs().stream().map(request.mask()::text).toList(),
        trouble.events().stream().map(request.mask()::text).toList());
  }

  static String sentence(String text) {
    return text.endsWith(".") ? text : text + ".";
  }
}
