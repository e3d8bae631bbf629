package dev.plimsoll.deploy.run;

import dev.plimsoll.deploy.cluster.ClusterFailure;
import dev.plimsoll.deploy.cluster.ReleaseRevision;
import dev.plimsoll.deploy.gate.GateResult;
import dev.plimsoll.deploy.helm.HelmFailure;
import dev.plimsoll.deploy.helm.HelmProcess;
import dev.plimsoll.deploy.journal.Journal;
import dev.plimsoll.deploy.journal.Step;
import dev.plimsoll.deploy.json.Json;
import dev.plimsoll.deploy.json.ManifestJson;
import dev.plimsoll.deploy.plan.PlanFolder;
import dev.plimsoll.deploy.rollout.Baseline;
import dev.plimsoll.deploy.rollout.Rollout;
import dev.plimsoll.deploy.rollout.Trouble;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The part of a deploy that changes something. Every step is in the journal before it is done, so
 * that a new process can go on from whatever an old one has left.
 */
final class Execution {

  private final DeployRequest request;
  private final DeployReporter reporter;
  private final Journal journal;
  private final HeldLock lock;
  private final Trail trail;
  private final Ending ending;

  Execution(DeployRequest request, DeployReporter reporter, Journal journal, HeldLock lock) {
    this.request = request;
    this.reporter = reporter;
    this.journal = journal;
    this.lock = lock;
    this.trail = new Trail(journal, request.folder().file(PlanFolder.CHART));
    this.ending = new Ending(request, reporter, journal, lock, trail);
  }

  /** Begins after the gates. */
  Outcome begin() throws IOException, ClusterFailure {
    try {
      backUp();
    } catch (IOException e) {
      Files.deleteIfExists(journal.backup());
      return ending.end(
          Outcome.denied(
              "The release cannot be kept before it is changed ("
                  + e.getMessage()
                  + "), so nothing was changed."));
    }
    Optional<Canary> canary;
    try {
      canary = Canary.of(request);
    } catch (Json.Malformed e) {
      return ending.end(
          Outcome.denied("deploy.canary cannot be done: " + e.reason() + ". Nothing was changed."));
    }
    // The first installation has nothing beside which it could have a share.
    if (canary.isEmpty() || request.store().revisions().isEmpty()) {
      return apply();
    }
    Optional<Outcome> refused = refusal(canary.get());
    if (refused.isPresent()) {
      return refused.get();
    }
    Optional<Outcome> end = steps(canary.get()).from(0);
    return end.isPresent() ? end.get() : apply();
  }

  /** How a deploy ends whose second release cannot be. */
  private Optional<Outcome> refusal(Canary canary) throws IOException, ClusterFailure {
    Optional<CanaryRelease> beside = CanaryRelease.of(request);
    if (beside.isEmpty()) {
      return Optional.empty();
    }
    Optional<String> obstacle;
    try {
      obstacle = beside.get().obstacle(canary.arguments(0));
    } catch (HelmFailure failure) {
      obstacle = Optional.of(failure.reason());
    }
    if (obstacle.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        ending.end(
            Outcome.denied(
                "The canary "
                    + beside.get().name()
                    + " cannot be: "
                    + Ending.sentence(obstacle.get())
                    + " Nothing was changed.")));
  }

  /** Goes on after {@link Step#CANARY} or {@link Step#APPLY} was written. */
  Outcome resume() throws IOException, ClusterFailure {
    if (journal.has(Step.ROLLBACK)) {
      return ending.resume();
    }
    if (journal.has(Step.APPLIED)) {
      return watch(null, trail.baseline());
    }
    if (!trail.awaitOrphan()) {
      return Outcome.stuck("A helm of that deploy is still at work; nothing was changed.");
    }
    return journal.has(Step.APPLY) ? resumeApply() : resumeCanary();
  }

  private Outcome resumeCanary() throws IOException, ClusterFailure {
    Optional<Canary> canary;
    try {
      canary = Canary.of(request);
    } catch (Json.Malformed e) {
      return Outcome.stuck("deploy.canary cannot be done: " + e.reason() + ".");
    }
    Optional<Outcome> end = steps(canary.orElseThrow()).resume();
    return end.isPresent() ? end.get() : apply();
  }

  private CanarySteps steps(Canary canary) {
    return new CanarySteps(request, reporter, journal, lock, trail, ending, canary);
  }

  private Outcome resumeApply() throws IOException, ClusterFailure {
    Optional<ReleaseRevision> last = request.store().last();
    if (last.isEmpty() || last.get().revision() <= trail.before()) {
      reporter.step("Helm had changed nothing yet");
      return apply();
    }
    if (last.get().isPending()) {
      reporter.step("Helm died at revision " + last.get().revision() + "; applying it again");
      request.store().markFailed(last.get(), "The deploy was killed while helm was at work");
      return apply();
    }
    if (last.get().isDeployed()) {
      return resumeDeployed(last.get());
    }
    return ending.failed(
        new Trouble(
            "HelmFailed", "Helm failed: " + last.get().description(), List.of(), List.of()));
  }

  private Outcome resumeDeployed(ReleaseRevision last) throws IOException, ClusterFailure {
    String applied;
    try {
      applied = request.applied();
    } catch (HelmFailure failure) {
      return Outcome.stuck(failure.reason());
    }
    if (!isOurs(last, applied)) {
      return ending.end(
          Outcome.stuck(
              "Revision "
                  + last.revision()
                  + " is not what the plan holds: somebody else has deployed."));
    }
    journal.write(Step.APPLIED, Json.object().put("revision", last.revision()));
    return watch(null, trail.baseline());
  }

  private void backUp() throws IOException, ClusterFailure {
    ArrayNode objects = Json.array();
    request.store().records().forEach(objects::add);
    ObjectNode backup = Json.object();
    backup.put("release", request.plan().release());
    backup.put("namespace", request.plan().namespace());
    backup.put("driver", request.store().storage().driver());
    backup.set("objects", objects);
    String text = Json.canonical(backup);
    Path file = journal.backup();
    Files.writeString(file, text);
    journal.write(
        Step.BACKUP,
        Json.object().put("revisions", objects.size()).put("digest", Json.digest(text)));
    reporter.step(
        "Kept "
            + objects.size()
            + (objects.size() == 1 ? " revision" : " revisions")
            + " in "
            + file.getFileName());
  }

  private Outcome apply() throws IOException, ClusterFailure {
    List<ReleaseRevision> revisions = request.store().revisions();
    Baseline baseline = request.baseline();
    journal.write(Step.APPLY, trail.facts(revisions, baseline));
    HelmProcess helm;
    try {
      boolean waits = request.hasLaterHooks(revisions.isEmpty());
      helm = request.helm().upgrade(request.helmRequest(waits));
    } catch (HelmFailure failure) {
      return ending.end(Outcome.denied(failure.reason() + " Nothing was changed."));
    }
    trail.note(helm.child());
    reporter.step("Helm " + request.helm().version() + " applies " + request.plan().chart());
    return watch(helm, baseline);
  }

  private Outcome watch(@Nullable HelmProcess helm, Baseline baseline)
      throws IOException, ClusterFailure {
    Rollout rollout = request.rollout(baseline);
    Watch.End end;
    try {
      end =
          new Watch(rollout, lock, reporter, request.timeout(), request.soak())
              .run(
                  helm,
                  () -> {
                    journal.write(Step.APPLIED, Json.object());
                    reporter.step("Helm has applied everything");
                  });
      if (helm != null && !(end instanceof Watch.End.Healthy)) {
        helm.stop();
      }
    } catch (InterruptedException | Interruption e) {
      Thread.currentThread().interrupt();
      return Outcome.INTERRUPTED;
    }
    return switch (end) {
      case Watch.End.Healthy _ -> verify(rollout);
      case Watch.End.Failed(Trouble trouble) -> ending.failed(trouble);
      case Watch.End.Lost(String why) -> Outcome.lost(why);
    };
  }

  private Outcome verify(Rollout rollout) throws IOException, ClusterFailure {
    journal.write(Step.HEALTHY, Json.object());
    AfterChecks checks = new AfterChecks(request, rollout);
    for (GateResult result : checks.run()) {
      reporter.gate(result);
      ending.add(result);
      if (result.verdict().isDeny()) {
        return ending.failed(
            new Trouble(result.gate(), result.verdict().evidence(), List.of(), List.of()));
      }
    }
    journal.write(Step.VERIFIED, Json.object());
    int revision = request.store().last().map(ReleaseRevision::revision).orElse(0);
    Optional<String> left = ending.takeCanaryAway();
    if (left.isPresent()) {
      return ending.end(
          Outcome.stuck(
              request.plan().title()
                  + " is deployed and healthy: revision "
                  + revision
                  + ", but its canary is still there: "
                  + left.get()
                  + " A person is needed."));
    }
    return ending.end(
        new Outcome(
            Outcome.Result.DEPLOYED,
            request.plan().title() + " is deployed and healthy: revision " + revision + "."));
  }

  private static boolean isOurs(ReleaseRevision revision, String applied) {
    return ManifestJson.withoutHooks(revision.manifest())
        .equals(ManifestJson.withoutHooks(applied));
  }
}
