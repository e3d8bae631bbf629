package dev.plimsoll.rules.workload;

import dev.plimsoll.diagnostic.NearestName;
import dev.plimsoll.diagnostic.RuleId;
import dev.plimsoll.index.ClusterObjects;
import dev.plimsoll.index.ObjectIndex.Placed;
import dev.plimsoll.index.Workload;
import dev.plimsoll.rule.ClusterRule;
import dev.plimsoll.rule.ObjectFindings;
import java.util.List;

/** Pods that use a ConfigMap, Secret, volume claim or service account which nobody brings. */
public final class DanglingReference extends ClusterRule {

  public DanglingReference() {
    super(new RuleId("dangling-reference"));
  }

  @Override
  protected void check(ClusterObjects cluster, ObjectFindings findings) {
    for (Workload workload : cluster.workloads()) {
      for (Reference reference : Reference.of(workload.pods())) {
        if (!reference.isOptional() && !isThere(reference, workload, cluster)) {
          String message =
              "%s uses %s `%s`, and no release brings one of that name to namespace `%s`%s"
                  .formatted(
                      workload.title(),
                      reference.kind(),
                      reference.name(),
                      workload.placed().namespace(),
                      meant(reference, workload, cluster));
          findings.add(cluster, workload.release(), reference.place(), message);
        }
      }
    }
  }

  private static boolean isThere(Reference reference, Workload workload, ClusterObjects cluster) {
    String namespace = workload.placed().namespace();
    if (cluster.has("", reference.kind(), namespace, reference.name())) {
      return true;
    }
    for (Placed maker : cluster.all()) {
      if (maker.namespace().equals(namespace)
          && MadeObjects.of(maker.object(), reference.kind()).contains(reference.name())) {
        return true;
      }
    }
    return false;
  }

  private static String meant(Reference reference, Workload workload, ClusterObjects cluster) {
    List<String> known =
        cluster.ofKind(reference.kind()).stream()
            .filter(other -> other.namespace().equals(workload.placed().namespace()))
            .map(other -> other.object().name())
            .toList();
    return NearestName.of(reference.name(), known)
        .map(near -> "; did you mean `" + near + "`?")
        .orElse(".");
  }
}
