package dev.plimsoll.rules.network;

import dev.plimsoll.diagnostic.RuleId;
import dev.plimsoll.index.ClusterObjects;
import dev.plimsoll.index.ObjectIndex.Placed;
import dev.plimsoll.manifest.Field;
import dev.plimsoll.manifest.KubernetesObject;
import dev.plimsoll.rule.ClusterRule;
import dev.plimsoll.rule.ObjectFindings;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;

/** A Service whose selector selects no pod of the environment. */
public final class ServiceWithoutPods extends ClusterRule {

  public ServiceWithoutPods() {
    super(new RuleId("service-without-pods"));
  }

  @Override
  protected void check(ClusterObjects cluster, ObjectFindings findings) {
    Set<Placed> selecting = new HashSet<>();
    cluster.workloads().forEach(workload -> selecting.addAll(workload.services()));
    for (Placed service : cluster.ofKind("Service")) {
      Field selector = service.object().get("spec", "selector");
      if (service.object().group().isEmpty() && selector.exists() && !selecting.contains(service)) {
        String message =
            "%s selects no pods: no workload in namespace `%s` has the labels %s."
                .formatted(
                    service.object().title(),
                    service.namespace(),
                    KubernetesObject.texts(selector).entrySet().stream()
                        .map(label -> "`" + label.getKey() + "=" + label.getValue() + "`")
                        .collect(Collectors.joining(", ")));
        findings.add(cluster, service.release(), selector, message);
      }
    }
  }
}
