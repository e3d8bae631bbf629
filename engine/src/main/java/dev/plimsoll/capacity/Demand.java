package dev.plimsoll.capacity;

import dev.plimsoll.index.Workload;
import dev.plimsoll.manifest.Field;
import dev.plimsoll.manifest.PodShare;
import dev.plimsoll.manifest.PodShare.Rounding;
import java.util.Optional;

/**
 * What the pods of one workload ask for.
 *
 * @param each what one pod asks for
 * @param steady how many there are at the least: by the autoscaler, or else by the workload; none
 *     of what runs and ends
 * @param peak how many there may be: as many as the autoscaler may make, one run of a job
 * @param rollout the same while new pods take the place of old ones
 * @param isCounted whether the numbers are known; a DaemonSet has as many pods as there are nodes
 */
public record Demand(
    Workload workload, Resources each, long steady, long peak, long rollout, boolean isCounted) {

  /** Which of the numbers. */
  public enum Moment {
    /** All the time. */
    STEADY,
    /** When autoscalers have done what they may, and jobs run. */
    PEAK,
    /** When that is rolled out. */
    ROLLOUT
  }

  public long pods(Moment moment) {
    return switch (moment) {
      case STEADY -> steady;
      case PEAK -> peak;
      case ROLLOUT -> rollout;
    };
  }

  /** The field that decides how many pods there may be, whether it is there or not. */
  public Field mostReplicas() {
    return workload
        .autoscaler()
        .map(scaler ->
            scaler.object().kind().equals("ScaledObject")
                ? scaler.object().get("spec", "maxReplicaCount")
                : scaler.object().get("spec", "maxReplicas"))
        .orElseGet(() -> workload.placed().object().get("spec", replicasField()));
  }

  /** The field that decides how many pods there are at a moment. */
  public Field decides(Moment moment) {
    return moment == Moment.STEADY ? workload.leastReplicas() : mostReplicas();
  }

  private String replicasField() {
    return workload.kind().equals("Job") ? "parallelism" : "replicas";
  }

  /**
   * Counts the pods of a workload.
   *
   * @param nodes how many nodes there are for a DaemonSet; empty if nobody says it
   */
  static Demand of(Workload workload, Resources each, Optional<Long> nodes) {
    Field spec = workload.placed().object().get("spec");
    return switch (workload.kind()) {
      case "DaemonSet" -> daemons(workload, each, spec, nodes);
      case "Job" -> new Demand(workload, each, 0, parallel(spec), parallel(spec), true);
      case "CronJob" -> {
        long pods = spec.get("suspend").isTrue() ? 0 : parallel(spec.get("jobTemplate", "spec"));
        yield new Demand(workload, each, 0, pods, pods, true);
      }
      case "Pod" -> {
        boolean stays = workload.pods().isLongRunning();
        yield new Demand(workload, each, stays ? 1 : 0, 1, 1, true);
      }
      case "PodTemplate" -> new Demand(workload, each, 0, 0, 0, true);
      default -> {
        long least = workload.replicas();
        Demand counted = new Demand(workload, each, least, least, least, true);
        long most = counted.mostReplicas().integer().orElse(least);
        long peak = Math.max(least, most);
        yield new Demand(workload, each, least, peak, peak + surge(workload, spec, peak), true);
      }
    };
  }

  private static Demand daemons(
      Workload workload, Resources each, Field spec, Optional<Long> nodes) {
    long pods = nodes.orElse(1L);
    long surge =
        PodShare.of(spec.get("updateStrategy", "rollingUpdate", "maxSurge"))
            .map(share -> share.of(pods, Rounding.UP))
            .orElse(0L);
    return new Demand(workload, each, pods, pods, pods + surge, nodes.isPresent());
  }

  private static long parallel(Field spec) {
    long parallelism = spec.get("parallelism").integer().orElse(1L);
    return spec.get("completions")
        .integer()
        .map(all -> Math.min(all, parallelism))
        .orElse(parallelism);
  }

  private static long surge(Workload workload, Field spec, long pods) {
    boolean isRolling =
        workload.kind().equals("Deployment")
            && spec.get("strategy", "type").text().filter("Recreate"::equals).isEmpty();
    return isRolling
        ? PodShare.of(spec.get("strategy", "rollingUpdate", "maxSurge"))
            .orElse(PodShare.QUARTER)
            .of(pods, Rounding.UP)
        : 0;
  }
}
