package dev.plimsoll.index;

import dev.plimsoll.index.ObjectIndex.Placed;
import dev.plimsoll.manifest.Field;
import dev.plimsoll.manifest.LabelSelector;
import dev.plimsoll.manifest.PodTemplate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Joins workloads with autoscalers, disruption budgets and Services. */
final class WorkloadIndex {

  private record Selecting(Placed placed, LabelSelector selector) {}

  private final List<Placed> autoscalers = new ArrayList<>();
  private final List<Selecting> budgets = new ArrayList<>();
  private final List<Selecting> services = new ArrayList<>();

  private WorkloadIndex(ClusterObjects cluster) {
    autoscalers.addAll(cluster.ofKind("HorizontalPodAutoscaler"));
    autoscalers.addAll(cluster.ofKind("ScaledObject"));
    for (Placed budget : cluster.ofKind("PodDisruptionBudget")) {
      // An empty selector of policy/v1 selects every pod of the namespace.
      budgets.add(new Selecting(budget, LabelSelector.of(budget.object().get("spec", "selector"))));
    }
    for (Placed service : cluster.ofKind("Service")) {
      LabelSelector selector = LabelSelector.ofMap(service.object().get("spec", "selector"));
      if (service.object().group().isEmpty() && !selector.isEmpty()) {
        services.add(new Selecting(service, selector));
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

  private Workload workload(Placed placed, PodTemplate pods) {
    Workload alone = new Workload(placed, pods, Optional.empty(), List.of(), List.of());
    return new Workload(
        placed,
        pods,
        autoscalers.stream().filter(scaler -> targets(scaler, placed)).findFirst(),
        selecting(budgets, alone),
        selecting(services, alone));
  }

  private static List<Placed> selecting(List<Selecting> candidates, Workload workload) {
    return candidates.stream()
        .filter(candidate ->
            workload.isSelectedBy(candidate.selector(), candidate.placed().namespace()))
        .map(Selecting::placed)
        .toList();
  }

  private static boolean targets(Placed scaler, Placed workload) {
    Field target = scaler.object().get("spec", "scaleTargetRef");
    String kind = target.get("kind").text().orElse("Deployment");
    return scaler.namespace().equals(workload.namespace())
        && kind.equals(workload.object().kind())
        && target.get("name").text().filter(workload.object().name()::equals).isPresent();
  }
}
