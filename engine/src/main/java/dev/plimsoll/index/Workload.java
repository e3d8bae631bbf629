package dev.plimsoll.index;

import dev.plimsoll.index.ObjectIndex.Placed;
import dev.plimsoll.manifest.Field;
import dev.plimsoll.manifest.PodTemplate;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * An object that makes pods, with what scales, protects and reaches it.
 *
 * @param autoscaler the HorizontalPodAutoscaler or KEDA ScaledObject that targets it
 * @param budgets the PodDisruptionBudgets that select its pods
 * @param services the Services that select its pods
 */
public record Workload(
    Placed placed,
    PodTemplate pods,
    Optional<Placed> autoscaler,
    List<Placed> budgets,
    List<Placed> services) {

  /** The kinds that a person gives a number of replicas. */
  private static final Set<String> REPLICATED =
      Set.of(
          "Deployment",
          "StatefulSet",
          "ReplicaSet",
          "ReplicationController",
          "Rollout",
          "CloneSet");

  public Workload {
    budgets = List.copyOf(budgets);
    services = List.copyOf(services);
  }

  public ReleaseObjects release() {
    return placed.release();
  }

  public String title() {
    return placed.object().title();
  }

  public String kind() {
    return placed.object().kind();
  }

  /** Whether its number of pods is decided by {@link #replicas}. */
  public boolean isReplicated() {
    return REPLICATED.contains(kind()) && pods.isLongRunning();
  }

  /**
   * The number of pods that are meant to run at the least: of the autoscaler, or else of the
   * workload; 1 where neither says it.
   */
  public long replicas() {
    return leastReplicas().integer().orElse(1L);
  }

  /**
   * Whether {@link #replicas} is meant: a text or a list in its place is a mistake of its own, and
   * how many pods it should have been nobody knows.
   */
  public boolean hasReplicas() {
    Field field = leastReplicas();
    return !field.exists() || field.integer().isPresent();
  }

  /** The field that decides {@link #replicas}, whether it is there or not. */
  public Field leastReplicas() {
    return autoscaler
        .map(scaler ->
            scaler.object().kind().equals("ScaledObject")
                ? scaler.object().get("spec", "minReplicaCount")
                : scaler.object().get("spec", "minReplicas"))
        .orElseGet(() -> placed.object().get("spec", "replicas"));
  }
}
