package dev.plimsoll.manifest;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The kinds whose objects make pods, and where their pod templates are: those of Kubernetes and of
 * operators that many have, and those that a project names itself.
 *
 * @param own what the project names; it goes before what is known
 */
public record PodKinds(List<PodKind> own) {

  /** What is known without a project. */
  public static final PodKinds KNOWN = new PodKinds(List.of());

  /** The kinds whose pods run until they are replaced. */
  private static final Set<String> LONG_RUNNING =
      Set.of(
          "Deployment",
          "StatefulSet",
          "DaemonSet",
          "ReplicaSet",
          "ReplicationController",
          "Rollout",
          "Service",
          "Configuration",
          "CloneSet");

  private static final List<String> USUAL = List.of("spec", "template");

  /** The kinds with a pod template at {@code spec.template}, by API group. */
  private static final Map<String, Set<String>> TEMPLATED =
      Map.of(
          "apps", Set.of("Deployment", "StatefulSet", "DaemonSet", "ReplicaSet"),
          "extensions", Set.of("Deployment", "DaemonSet", "ReplicaSet"),
          "", Set.of("ReplicationController"),
          "batch", Set.of("Job"),
          "argoproj.io", Set.of("Rollout"),
          "serving.knative.dev", Set.of("Service", "Configuration"),
          "apps.kruise.io", Set.of("CloneSet", "StatefulSet", "DaemonSet"));

  public PodKinds {
    own = List.copyOf(own);
  }

  /**
   * A kind that makes pods.
   *
   * @param group empty for the core group
   * @param path the fields that lead to the pod template; none where the object is the pod itself
   * @param isLongRunning whether the pods run until they are replaced
   */
  public record PodKind(String group, String kind, List<String> path, boolean isLongRunning) {

    public PodKind {
      path = List.copyOf(path);
    }
  }

  /** What is known of a kind; empty for one that makes no pods. */
  Optional<PodKind> of(String group, String kind) {
    for (PodKind each : own) {
      if (each.group().equals(group) && each.kind().equals(kind)) {
        return Optional.of(each);
      }
    }
    return path(group, kind)
        .map(path -> new PodKind(group, kind, path, LONG_RUNNING.contains(kind)));
  }

  private static Optional<List<String>> path(String group, String kind) {
    return switch (group + "/" + kind) {
      case "/Pod" -> Optional.of(List.of());
      case "/PodTemplate" -> Optional.of(List.of("template"));
      case "batch/CronJob" -> Optional.of(List.of("spec", "jobTemplate", "spec", "template"));
      default ->
          TEMPLATED.getOrDefault(group, Set.of()).contains(kind)
              ? Optional.of(USUAL)
              : Optional.empty();
    };
  }
}
