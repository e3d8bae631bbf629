package dev.plimsoll.rules.workload;

import dev.plimsoll.diagnostic.RuleId;
import dev.plimsoll.index.ClusterObjects;
import dev.plimsoll.index.ObjectIndex.Placed;
import dev.plimsoll.manifest.Field;
import dev.plimsoll.rule.ClusterRule;
import dev.plimsoll.rule.ObjectFindings;

/** An autoscaler that scales nothing of its environment. */
public final class AutoscalerWithoutTarget extends ClusterRule {

  public AutoscalerWithoutTarget() {
    super(new RuleId("autoscaler-without-target"));
  }

  @Override
  protected void check(ClusterObjects cluster, ObjectFindings findings) {
    for (Placed scaler : cluster.ofKind("HorizontalPodAutoscaler")) {
      Field target = scaler.object().get("spec", "scaleTargetRef");
      String kind = target.get("kind").text().orElse("");
      String name = target.get("name").text().orElse("");
      boolean isThere =
          cluster.ofKind(kind).stream()
              .anyMatch(other ->
                  other.object().name().equals(name)
                      && other.namespace().equals(scaler.namespace()));
      if (!isThere && !name.isEmpty()) {
        String message =
            "%s scales %s `%s`, and no release brings one of that name to namespace `%s`."
                .formatted(scaler.object().title(), kind, name, scaler.namespace());
        findings.add(cluster, scaler.release(), target.get("name"), message);
      }
    }
  }
}
