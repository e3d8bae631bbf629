package dev.plimsoll.index;

import dev.plimsoll.index.ObjectIndex.Placed;
import dev.plimsoll.manifest.Field;
import dev.plimsoll.manifest.LabelSelector;
import dev.plimsoll.manifest.PodTemplate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Joins workloads with autoscalers, disruption budgets and Services. They meet in their namespace
 * only, so a large environment is not compared with itself as a whole.
 */
final class WorkloadIndex {

  private record Selecting(Placed placed, LabelSelector selector) {}

  private final Map<String, List<Placed>> autoscalers = new HashMap<>();
  private final Map<String, List<Selecting>> budgets = new HashMap<>();
  private final Map<String, List<Selecting>> services = new HashMap<>();

  private WorkloadIndex(ClusterObjects cluster) {
    cluster.ofKind("HorizontalPodAutoscaler").forEach(each -> add(each, each, autoscalers));
    cluster.ofKind("ScaledObject").forEach(each -> add(each, each, autoscalers));
    for (Placed budget : cluster.ofKind("PodDisruptionBudget")) {
      // An empty selector of policy/v1 selects every pod of the namespace.
      LabelSelector selector = LabelSelector.of(budget.object().get("spec", "selector"));
      add(budget, new Selecting(budget, selector), budgets);
    }
    for (Placed service : cluster.ofKind("Service")) {
      LabelSelector selector = LabelSelector.ofMap(service.object().get("spec", "selector"));
      if (service.object().group().isEmpty() && !selector.isEmpty()) {
        add(service, new Selecting(service, selector), services);
      }
    }
  }

  static List<Workload> of(ClusterObjects cluster) {
    WorkloadIndex index = new WorkloadIndex(cluster);
    List<Workload> workloads = new ArrayList<>();
    for (Placed placed : cluster.all()) {
      placed.object().podTemplate().ifPresent(pods -> workloads.add(index.workload(placed, pods)));
    }
    return workloads;
  }

  private static <T> void add(Placed placed, T value, Map<String, List<T>> byNamespace) {
    byNamespace.computeIfAbsent(placed.namespace(), _ -> new ArrayList<>()).add(value);
  }

  private Workload workload(Placed placed, PodTemplate pods) {
    String namespace = placed.namespace();
    Map<String, String> labels = pods.labels();
    return new Workload(
        placed,
        pods,
        autoscalers.getOrDefault(namespace, List.of()).stream()
            .filter(scaler -> targets(scaler, placed))
            .findFirst(),
        selecting(budgets.getOrDefault(namespace, List.of()), labels),
        selecting(services.getOrDefault(namespace, List.of()), labels));
  }

  private static List<Placed> selecting(List<Selecting> candidates, Map<String, String> labels) {
    return candidates.stream()
        .filter(candidate -> candidate.selector().matches(labels))
        .map(Selecting::placed)
        .toList();
  }

  private static boolean targets(Placed scaler, Placed workload) {
    Field target = scaler.object().get("spec", "scaleTargetRef");
    String kind = target.get("kind").text().orElse("Deployment");
    return kind.equals(workload.object().kind())
        && target.get("name").text().filter(workload.object().name()::equals).isPresent();
  }
}
