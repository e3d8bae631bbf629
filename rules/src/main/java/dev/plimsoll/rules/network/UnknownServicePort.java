package dev.plimsoll.rules.network;

import dev.plimsoll.diagnostic.RuleId;
import dev.plimsoll.index.ClusterObjects;
import dev.plimsoll.index.ObjectIndex.Placed;
import dev.plimsoll.index.Workload;
import dev.plimsoll.manifest.Container;
import dev.plimsoll.manifest.Field;
import dev.plimsoll.rule.ClusterRule;
import dev.plimsoll.rule.ObjectFindings;
import java.util.ArrayList;
import java.util.List;

/** A Service that sends requests to a port which its pods do not have. */
public final class UnknownServicePort extends ClusterRule {

  public UnknownServicePort() {
    super(new RuleId("unknown-service-port"));
  }

  @Override
  protected void check(ClusterObjects cluster, ObjectFindings findings) {
    for (Workload workload : cluster.workloads()) {
      List<String> names = portNames(workload);
      for (Placed service : workload.services()) {
        for (Field port : service.object().get("spec", "ports").items()) {
          Field target = port.get("targetPort");
          boolean isNamed = target.exists() && target.integer().isEmpty();
          if (isNamed && target.text().filter(names::contains).isEmpty()) {
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

  private static List<String> portNames(Workload workload) {
    List<String> names = new ArrayList<>();
    for (Container container : workload.pods().containers()) {
      names.addAll(PortNames.of(container));
    }
    return names;
  }
}
