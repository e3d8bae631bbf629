package dev.plimsoll.deploy.run;

import dev.plimsoll.deploy.cluster.ClusterFailure;
import dev.plimsoll.deploy.helm.HelmProcess;
import dev.plimsoll.deploy.rollout.Rollout;
import dev.plimsoll.deploy.rollout.Trouble;
import dev.plimsoll.deploy.rollout.WorkloadState;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Watches a rollout until it is healthy, or until it is clear that it will not be. An API server
 * that is away for a while stops the clock, and nothing else.
 */
final class Watch {

  /** How the watch ended, other than well. */
  sealed interface End {

    /** The workloads are healthy. */
    record Healthy() implements End {}

    /** They will not be. */
    record Failed(Trouble trouble) implements End {}

    /** Nobody can say: the cluster is away, or somebody else works on the release. */
    record Lost(String why) implements End {}
  }

  private static final long LOOK_MILLIS = 500;

  /** Most rollouts of few pods are over within seconds. */
  private static final long FIRST_LOOKS_MILLIS = 200;

  private static final Duration FIRST_LOOKS = Duration.ofSeconds(10);
  private static final Duration LONGEST_ABSENCE = Duration.ofMinutes(3);
  private static final int MOST_RELAPSES = 3;

  private final Rollout rollout;
  private final HeldLock lock;
  private final DeployReporter reporter;
  private final Duration timeout;
  private final Duration soak;
  private long deadline;
  private long readySince;
  private int restarts;
  private int relapses;

  Watch(Rollout rollout, HeldLock lock, DeployReporter reporter, Duration timeout, Duration soak) {
    this.rollout = rollout;
    this.lock = lock;
    this.reporter = reporter;
    this.timeout = timeout;
    this.soak = soak;
  }

  /**
   * Watches.
   *
   * @param helm that is at work; null if it has done its part
   * @param applied is run once, when helm has done its part
   */
  End run(@Nullable HelmProcess helm, Applied applied) throws Interruption, IOException {
    long began = System.nanoTime();
    deadline = began + timeout.toNanos();
    boolean helmIsDone = helm == null;
    long awaySince = 0;
    while (true) {
      try {
        if (helm != null && !helmIsDone && helm.exitCode().isPresent()) {
          if (helm.exitCode().get() != 0) {
            return new End.Failed(
                new Trouble("HelmFailed", "Helm failed: " + helm.problem(), List.of(), List.of()));
          }
          helmIsDone = true;
          applied.run();
        }
        Optional<End> end = look(helmIsDone);
        if (end.isPresent()) {
          return end.get();
        }
        if (awaySince != 0) {
          reporter.step("The API server answers again");
          deadline += System.nanoTime() - awaySince;
          awaySince = 0;
        }
      } catch (ClusterFailure failure) {
        if (!failure.isTransient()) {
          return new End.Lost(failure.reason());
        }
        if (awaySince == 0) {
          awaySince = System.nanoTime();
          reporter.step("The API server does not answer; waiting for it");
        } else if (System.nanoTime() - awaySince > LONGEST_ABSENCE.toNanos()) {
          return new End.Lost(failure.reason());
        }
      }
      pause(helmIsDone ? null : helm, began);
    }
  }

  private Optional<End> look(boolean helmIsDone) throws ClusterFailure {
    Optional<String> other = lock.renew();
    if (other.isPresent()) {
      return Optional.of(new End.Lost("The lock was taken over by " + other.get() + "."));
    }
    if (!helmIsDone) {
      Optional<Trouble> hook = rollout.failedHook();
      if (hook.isPresent()) {
        return Optional.of(new End.Failed(hook.get()));
      }
    }
    List<WorkloadState> states = rollout.look(helmIsDone);
    reporter.progress(states);
    Optional<Trouble> trouble =
        states.stream().flatMap(state -> state.trouble().stream()).findFirst();
    if (trouble.isPresent()) {
      return Optional.of(new End.Failed(trouble.get()));
    }
    boolean ready = helmIsDone && states.stream().allMatch(WorkloadState::ready);
    int now = states.stream().mapToInt(WorkloadState::restarts).sum();
    return ready ? soaked(now) : notReady(states);
  }

  private Optional<End> soaked(int now) {
    if (readySince == 0 || now > restarts) {
      boolean relapsed = readySince != 0;
      readySince = System.nanoTime();
      restarts = now;
      if (!relapsed) {
        reporter.step("Everything is ready; watching it for " + soak.toSeconds() + " s");
      } else if (++relapses >= MOST_RELAPSES) {
        return unstable("containers restart again and again");
      }
    }
    return System.nanoTime() - readySince >= soak.toNanos()
        ? Optional.of(new End.Healthy())
        : Optional.empty();
  }

  private Optional<End> notReady(List<WorkloadState> states) {
    if (readySince != 0) {
      readySince = 0;
      if (++relapses >= MOST_RELAPSES) {
        return unstable("pods become ready and do not stay so");
      }
    }
    if (System.nanoTime() - deadline > 0) {
      String still =
          String.join(
              ", ",
              states.stream()
                  .filter(state -> !state.ready())
                  .map(state -> state.key() + " (" + state.progress() + ")")
                  .toList());
      return Optional.of(
          new End.Failed(
              new Trouble(
                  "Timeout",
                  "Not ready after "
                      + timeout.toSeconds()
                      + " s: "
                      + (still.isEmpty() ? "helm is still at work" : still)
                      + ".",
                  List.of(),
                  List.of())));
    }
    return Optional.empty();
  }

  private static Optional<End> unstable(String how) {
    return Optional.of(
        new End.Failed(
            new Trouble(
                "Unstable", "The rollout is not stable: " + how + ".", List.of(), List.of())));
  }

  /** Waits for the next look, or for the end of helm. */
  private static void pause(@Nullable HelmProcess helm, long began) throws Interruption {
    boolean isEarly = System.nanoTime() - began < FIRST_LOOKS.toNanos();
    Duration time = Duration.ofMillis(isEarly ? FIRST_LOOKS_MILLIS : LOOK_MILLIS);
    try {
      if (helm == null) {
        Thread.sleep(time);
      } else {
        helm.await(time);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Interruption();
    }
  }

  /** What is done when helm has done its part. */
  interface Applied {
    void run() throws IOException;
  }
}
