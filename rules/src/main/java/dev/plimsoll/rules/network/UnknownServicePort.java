package dev.plimsoll.rules.network;

import dev.plimsoll.diagnostic.RuleId;
import dev.plimsoll.index.ClusterObjects;
import dev.plimsoll.index.ObjectIndex.Placed;
import dev.plimsoll.index.Workload;
import dev.plimsoll.manifest.Container;
import dev.plimsoll.manifest.Field;
import dev.plimsoll.manifest.KubernetesObject;
import dev.plimsoll.rule.ClusterRule;
import dev.plimsoll.rule.ObjectFindings;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

/** A Service that sends requests to a port which its pods do not have. */
public final class UnknownServicePort extends ClusterRule {

  public UnknownServicePort() {
    super(new RuleId("unknown-service-port"));
  }

  @Override
  protected void check(ClusterObjects cluster, ObjectFindings findings) {
    IdentityHashMap<KubernetesObject, Set<String>> reached = reached(cluster);
    for (Workload workload : cluster.workloads()) {
      for (Placed service : workload.services()) {
        Set<String> ofAnyPod = reached.getOrDefault(service.object(), Set.of());
        for (Field port : service.object().get("spec", "ports").items()) {
          Field target = port.get("targetPort");
          boolean isNamed = target.exists() && target.integer().isEmpty();
          if (isNamed && target.text().filter(ofAnyPod::contains).isEmpty()) {
            List<String> names = portNames(workload);
            String message =
                "%s sends to port `%s`, and %s has %s."
                    .formatted(
                        service.object().title(),
                        target.text().orElse(""),
                        workload.title(),
                        names.isEmpty()
                            ? "no port with a name"
                            : "only the ports " + String.join(", ", names));
            findings.add(
                findings.at(service.release(), target, message, PortNames.meant(target, names)),
                cluster.cells(service.release()));
          }
        }
      }
    }
  }

  /**
   * The ports that the pods of each Service have. A pod without the port, such as one of a test
   * that the selector takes in, gets no requests and does no harm as long as another one has it.
   */
  private static IdentityHashMap<KubernetesObject, Set<String>> reached(ClusterObjects cluster) {
    IdentityHashMap<KubernetesObject, Set<String>> reached = new IdentityHashMap<>();
    for (Workload workload : cluster.workloads()) {
      List<String> names = portNames(workload);
      for (Placed service : workload.services()) {
        reached.computeIfAbsent(service.object(), _ -> new HashSet<>()).addAll(names);
      }
    }
    return reached;
  }

  private static List<String> portNames(Workload workload) {
    List<String> names = new ArrayList<>();
    for (Container container : workload.pods().containers()) {
      names.addAll(PortNames.of(container));
    }
    return names;
  }
}
