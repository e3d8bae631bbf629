package dev.plimsoll.deploy.run;

import dev.plimsoll.deploy.cluster.ClusterFailure;
import dev.plimsoll.deploy.helm.HelmFailure;
import dev.plimsoll.deploy.helm.HelmProcess;
import dev.plimsoll.deploy.journal.Journal;
import dev.plimsoll.deploy.journal.Step;
import dev.plimsoll.deploy.rollout.Baseline;
import dev.plimsoll.deploy.rollout.Rollout;
import dev.plimsoll.deploy.rollout.Trouble;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Gives a new version its shares one after the other. */
final class CanarySteps {

  private final DeployRequest request;
  private final DeployReporter reporter;
  private final Journal journal;
  private final HeldLock lock;
  private final Trail trail;
  private final Ending ending;
  private final Canary canary;
  private final Optional<CanaryRelease> beside;

  CanarySteps(
      DeployRequest request,
      DeployReporter reporter,
      Journal journal,
      HeldLock lock,
      Trail trail,
      Ending ending,
      Canary canary) {
    this.request = request;
    this.reporter = reporter;
    this.journal = journal;
    this.lock = lock;
    this.trail = trail;
    this.ending = ending;
    this.canary = canary;
    this.beside = CanaryRelease.of(request);
  }

  /** Does the share again at which a deploy was killed, and those after it. */
  Optional<Outcome> resume() throws IOException, ClusterFailure {
    if (beside.isPresent()) {
      beside.get().unlock();
    }
    request.store().markPendingFailed("The deploy was killed while helm was at work");
    return from(journal.find(Step.CANARY).orElseThrow().facts().path("step").asInt(0));
  }

  /**
   * Gives all shares.
   *
   * @param first counted from 0
   * @return how the deploy has ended; empty if the version may have everything
   */
  Optional<Outcome> from(int first) throws IOException, ClusterFailure {
    for (int step = first; step < canary.steps().size(); step++) {
      Optional<Outcome> end = give(step);
      if (end.isPresent()) {
        return end;
      }
    }
    return Optional.empty();
  }

  private Optional<Outcome> give(int step) throws IOException, ClusterFailure {
    HelmProcess helm;
    Rollout rollout;
    try {
      List<String> arguments = canary.arguments(step);
      String manifest = beside.isPresent() ? beside.get().manifest(arguments) : request.rendered();
      Optional<String> shared = beside.flatMap(release -> release.shared(manifest));
      if (shared.isPresent()) {
        return Optional.of(
            ending.failed(Trouble.of("Canary", "The canary is wrong: " + shared.get())));
      }
      Baseline baseline = request.baseline(manifest);
      journal.write(
          Step.CANARY, trail.facts(request.store().revisions(), baseline).put("step", step));
      reporter.step("Canary: " + canary.value() + " is " + canary.steps().get(step) + where());
      boolean waits = DeployRequest.hasLaterHooks(manifest, beside.isPresent() && step == 0);
      rollout = request.rollout(manifest, baseline);
      helm =
          request
              .helm()
              .upgrade(
                  beside.isPresent()
                      ? beside.get().asked(arguments, waits)
                      : request.helmRequest(waits).with(arguments));
    } catch (HelmFailure failure) {
      return Optional.of(ending.failed(Trouble.of("HelmFailed", failure.reason())));
    }
    trail.note(helm.child());
    return watch(helm, rollout);
  }

  private String where() {
    return beside.map(release -> " in the release " + release.name()).orElse("");
  }

  private Optional<Outcome> watch(HelmProcess helm, Rollout rollout)
      throws IOException, ClusterFailure {
    Watch.End end;
    Optional<String> problem = Optional.empty();
    try {
      Duration soak = canary.metric().isPresent() ? Duration.ZERO : canary.soak();
      end = new Watch(rollout, lock, reporter, request.timeout(), soak).run(helm, () -> {});
      if (end instanceof Watch.End.Healthy) {
        problem = canary.analyse(lock);
      } else {
        helm.stop();
      }
    } catch (InterruptedException | Interruption e) {
      Thread.currentThread().interrupt();
      return Optional.of(Outcome.INTERRUPTED);
    }
    return switch (end) {
      case Watch.End.Healthy _ ->
          problem.isPresent()
              ? Optional.of(ending.failed(Trouble.of("Canary", problem.get())))
              : Optional.empty();
      case Watch.End.Failed(Trouble trouble) -> Optional.of(ending.failed(trouble));
      case Watch.End.Lost(String why) -> Optional.of(Outcome.lost(why));
    };
  }
}
