package dev.plimsoll.rules.network;

import dev.plimsoll.diagnostic.RuleId;
import dev.plimsoll.index.ClusterObjects;
import dev.plimsoll.index.ObjectIndex.Placed;
import dev.plimsoll.index.Workload;
import dev.plimsoll.manifest.Field;
import dev.plimsoll.manifest.LabelSelector;
import dev.plimsoll.rule.ClusterRule;
import dev.plimsoll.rule.ObjectFindings;
import java.util.List;

/** A NetworkPolicy or disruption budget that selects no pod, beside pods of its own release. */
public final class SelectorWithoutPods extends ClusterRule {

  /** A kind, and where its objects say which pods they are about. */
  private record Kind(String name, String field) {}

  private static final List<Kind> KINDS =
      List.of(
          new Kind("NetworkPolicy", "podSelector"),
          new Kind("PodDisruptionBudget", "selector"),
          new Kind("PodMonitor", "selector"));

  public SelectorWithoutPods() {
    super(new RuleId("selector-without-pods"));
  }

  @Override
  protected void check(ClusterObjects cluster, ObjectFindings findings) {
    for (Kind kind : KINDS) {
      for (Placed selecting : cluster.ofKind(kind.name())) {
        check(selecting, selecting.object().get("spec", kind.field()), cluster, findings);
      }
    }
  }

  private static void check(
      Placed selecting, Field selector, ClusterObjects cluster, ObjectFindings findings) {
    LabelSelector labels = LabelSelector.of(selector);
    List<Workload> near =
        cluster.workloads().stream()
            .filter(workload -> workload.placed().namespace().equals(selecting.namespace()))
            .toList();
    // Without pods of its own the release is about those of others, which may be made elsewhere.
    boolean hasOwn = near.stream().anyMatch(each -> each.release().equals(selecting.release()));
    boolean selects = near.stream().anyMatch(each -> labels.matches(each.pods().labels()));
    if (!labels.isEmpty() && hasOwn && !selects) {
      findings.add(
          cluster,
          selecting.release(),
          selector,
          "%s selects no pods: no workload of its namespace has these labels."
              .formatted(selecting.object().title()));
    }
  }
}
