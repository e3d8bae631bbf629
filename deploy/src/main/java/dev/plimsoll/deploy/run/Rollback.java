package dev.plimsoll.deploy.run;

import dev.plimsoll.deploy.cluster.ClusterFailure;
import dev.plimsoll.deploy.cluster.ReleaseRevision;
import dev.plimsoll.deploy.cluster.ReleaseStore;
import dev.plimsoll.deploy.helm.HelmChild;
import dev.plimsoll.deploy.helm.HelmFailure;
import dev.plimsoll.deploy.helm.HelmProcess;
import dev.plimsoll.deploy.json.ManifestJson;
import dev.plimsoll.deploy.rollout.Baseline;
import dev.plimsoll.deploy.rollout.Rollout;
import dev.plimsoll.deploy.rollout.Trouble;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** Brings a revision back, and watches it until it is healthy. */
public final class Rollback {

  /** What a revision says that helm has not ended. */
  static final String STOPPED = "The deploy was stopped while helm was at work";

  private static final int ATTEMPTS = 5;
  private static final Duration PAUSE = Duration.ofSeconds(6);

  private final DeployRequest request;
  private final HeldLock lock;
  private final DeployReporter reporter;
  private final Children children;

  Rollback(DeployRequest request, HeldLock lock, DeployReporter reporter, Children children) {
    this.request = request;
    this.lock = lock;
    this.reporter = reporter;
    this.children = children;
  }

  /**
   * Goes back.
   *
   * @param target the revision; 0 takes the release away
   * @return why that failed, in a sentence; empty if all is well
   */
  Optional<String> to(int target) throws IOException {
    return to(target, false);
  }

  /** The same where that revision is the current one, and its objects may be gone. */
  Optional<String> anew(int target) throws IOException {
    return to(target, true);
  }

  private Optional<String> to(int target, boolean anew) throws IOException {
    try {
      for (int attempt = 1; ; attempt++) {
        try {
          return target == 0 ? takeAway() : bringBack(target, anew);
        } catch (ClusterFailure failure) {
          if (!failure.isTransient() || attempt == ATTEMPTS) {
            return Optional.of(failure.reason());
          }
          reporter.step("The API server does not answer; trying again");
          Thread.sleep(PAUSE);
        }
      }
    } catch (HelmFailure failure) {
      return Optional.of(failure.reason());
    } catch (InterruptedException | Interruption e) {
      Thread.currentThread().interrupt();
      return Optional.of("it was interrupted.");
    }
  }

  private Optional<String> takeAway()
      throws ClusterFailure, HelmFailure, IOException, InterruptedException {
    reporter.step("Taking the release away again");
    unlock();
    HelmProcess helm =
        request.helm().uninstall(request.plan().release(), request.plan().namespace());
    children.note(helm.child());
    return ended(helm, request.timeout());
  }

  private Optional<String> bringBack(int target, boolean anew)
      throws ClusterFailure, HelmFailure, IOException, InterruptedException, Interruption {
    ReleaseStore store = request.store();
    Optional<ReleaseRevision> wanted = ReleaseStore.find(store.revisions(), target);
    if (wanted.isEmpty()) {
      return Optional.of("Revision " + target + " is gone.");
    }
    unlock();
    if (anew || !isBack(wanted.get())) {
      disown(target);
      reporter.step("Going back to revision " + target);
      HelmProcess helm =
          request
              .helm()
              .rollback(
                  request.plan().release(),
                  request.plan().namespace(),
                  target,
                  request.timeout().toSeconds());
      children.note(helm.child());
      Optional<String> problem = ended(helm, request.timeout());
      if (problem.isPresent()) {
        return problem;
      }
    }
    return watch(wanted.get());
  }

  /** What was applied and is not healthy must not look like a revision to go back to. */
  private void disown(int target) throws ClusterFailure {
    Optional<ReleaseRevision> last = request.store().last();
    if (last.isPresent() && last.get().isDeployed() && last.get().revision() > target) {
      request.store().markFailed(last.get(), "It did not become healthy, and was undone");
    }
  }

  /** Whether a rollback that was interrupted had come that far. */
  private boolean isBack(ReleaseRevision wanted) throws ClusterFailure {
    Optional<ReleaseRevision> last = request.store().last();
    return last.isPresent()
        && last.get().isDeployed()
        && ManifestJson.withoutHooks(last.get().manifest())
            .equals(ManifestJson.withoutHooks(wanted.manifest()));
  }

  private Optional<String> watch(ReleaseRevision revision) throws Interruption, IOException {
    Rollout rollout =
        new Rollout(
            request.cluster(),
            request.resources(),
            request.plan().namespace(),
            revision.manifest(),
            new Baseline(Map.of()));
    Watch.End end =
        new Watch(rollout, lock, reporter, request.timeout(), request.soak()).run(null, () -> {});
    return switch (end) {
      case Watch.End.Healthy _ -> Optional.empty();
      case Watch.End.Failed(Trouble trouble) -> Optional.of(trouble.message());
      case Watch.End.Lost(String why) -> Optional.of(why);
    };
  }

  /** Helm refuses what it seems to be at work on itself. */
  private void unlock() throws ClusterFailure {
    request.store().markPendingFailed(STOPPED);
  }

  /** Waits for helm; why it failed. */
  static Optional<String> ended(HelmProcess helm, Duration timeout) throws InterruptedException {
    if (!helm.await(timeout.plusSeconds(60))) {
      helm.stop();
      return Optional.of("Helm does not come to an end.");
    }
    return helm.exitCode().orElse(1) == 0
        ? Optional.empty()
        : Optional.of("Helm failed: " + helm.problem() + ".");
  }

  /** Is told of each helm that is started. */
  interface Children {
    void note(HelmChild child) throws IOException;
  }
}
