package dev.plimsoll.rules.helmfile;

import dev.plimsoll.index.Workload;
import dev.plimsoll.manifest.Container;
import dev.plimsoll.manifest.Field;
import dev.plimsoll.manifest.PodShare;
import dev.plimsoll.manifest.PodShare.Rounding;
import java.util.Optional;

/**
 * How long a workload may take until Helm finds it ready, by what it says of itself: nobody knows
 * how long it does take.
 *
 * @param limit the field that says most of it
 * @param reason how the time comes about
 */
record Rollout(Workload workload, Field limit, long seconds, String reason) {

  private static final long DEFAULT_GRACE = 30;

  /** How long one pod may take to be ready, and the field that says so. */
  private record Start(Field limit, long seconds) {}

  /**
   * The time of a workload that Helm waits for, as far as anything limits it.
   *
   * @param waits whether Helm waits for pods
   * @param waitsForJobs whether it waits for Jobs as well; for those of hooks it always does
   */
  static Optional<Rollout> of(Workload workload, boolean waits, boolean waitsForJobs) {
    if (workload.kind().equals("Job")) {
      boolean isHook = workload.placed().object().isHook();
      return (isHook && !workload.placed().object().isTest()) || (waits && waitsForJobs)
          ? job(workload)
          : Optional.empty();
    }
    return waits && workload.pods().isLongRunning() ? pods(workload) : Optional.empty();
  }

  private static Optional<Rollout> job(Workload workload) {
    Field deadline = workload.placed().object().get("spec", "activeDeadlineSeconds");
    return deadline
        .integer()
        .map(seconds -> new Rollout(workload, deadline, seconds, "that is its deadline"));
  }

  private static Optional<Rollout> pods(Workload workload) {
    Start start = start(workload);
    if (start.seconds() == 0) {
      return Optional.empty();
    }
    Field spec = workload.placed().object().get("spec");
    long stable = spec.get("minReadySeconds").integer().orElse(0L);
    long pod = start.seconds() + stable;
    long grace =
        workload.pods().spec().get("terminationGracePeriodSeconds").integer().orElse(DEFAULT_GRACE);
    return switch (workload.kind()) {
      case "Deployment" -> Optional.of(deployment(workload, start.limit(), pod, grace));
      case "StatefulSet" -> statefulSet(workload, start.limit(), pod, grace);
      // How many nodes there are nobody knows here: one after the other takes one at the least.
      case "DaemonSet" ->
          Optional.of(
              new Rollout(
                  workload,
                  start.limit(),
                  pod + grace,
                  "a pod may take %d to stop and %d to start, on each node".formatted(grace, pod)));
      default ->
          Optional.of(
              new Rollout(workload, start.limit(), pod, "a pod may take that long to start"));
    };
  }

  private static Rollout deployment(Workload workload, Field limit, long pod, long grace) {
    Field strategy = workload.placed().object().get("spec", "strategy");
    if (strategy.get("type").text().filter("Recreate"::equals).isPresent()) {
      return new Rollout(
          workload,
          limit,
          grace + pod,
          "the old pods may take %d to stop and the new ones %d to start".formatted(grace, pod));
    }
    long replicas = workload.replicas();
    Field rolling = strategy.get("rollingUpdate");
    long surge = part(rolling.get("maxSurge"), replicas, Rounding.UP);
    long unavailable = part(rolling.get("maxUnavailable"), replicas, Rounding.DOWN);
    long step = Math.max(1, surge + unavailable);
    long waves = Math.max(1, (replicas + step - 1) / step);
    return new Rollout(
        workload,
        limit,
        waves * pod,
        waves == 1
            ? "a pod may take that long to start"
            : replicas
                + " pods are replaced "
                + step
                + " at a time, and each may take "
                + pod
                + " to start");
  }

  private static Optional<Rollout> statefulSet(
      Workload workload, Field limit, long pod, long grace) {
    Field strategy = workload.placed().object().get("spec", "updateStrategy");
    if (strategy.get("type").text().filter("OnDelete"::equals).isPresent()) {
      return Optional.empty();
    }
    long kept = strategy.get("rollingUpdate", "partition").integer().orElse(0L);
    long pods = Math.max(0, workload.replicas() - kept);
    String each = "may take %d to stop and %d to start".formatted(grace, pod);
    return Optional.of(
        new Rollout(
            workload,
            limit,
            pods * (grace + pod),
            pods > 1
                ? pods + " pods are replaced one after the other, and each " + each
                : "a pod " + each));
  }

  /** What the slowest container allows itself. */
  private static Start start(Workload workload) {
    Start longest = new Start(workload.pods().spec(), 0);
    for (Container container : workload.pods().containers()) {
      Start start = start(container);
      if (start.seconds() > longest.seconds()) {
        longest = start;
      }
    }
    return longest;
  }

  /** A readiness probe counts from the start too, but begins behind the startup probe. */
  private static Start start(Container container) {
    Field startup = container.get("startupProbe");
    Field readiness = container.get("readinessProbe", "initialDelaySeconds");
    long ready = readiness.integer().orElse(0L);
    if (!startup.exists()) {
      return new Start(readiness, ready);
    }
    long started =
        startup.get("initialDelaySeconds").integer().orElse(0L)
            + startup.get("failureThreshold").integer().orElse(3L)
                * startup.get("periodSeconds").integer().orElse(10L);
    return started >= ready ? new Start(startup, started) : new Start(readiness, ready);
  }

  /** A quarter where nothing is said. */
  private static long part(Field field, long replicas, Rounding rounding) {
    return PodShare.of(field).orElse(PodShare.QUARTER).of(replicas, rounding);
  }
}
