package dev.plimsoll.rules.workload;

import dev.plimsoll.diagnostic.RuleId;
import dev.plimsoll.index.ClusterObjects;
import dev.plimsoll.index.ObjectIndex.Placed;
import dev.plimsoll.manifest.Field;
import dev.plimsoll.manifest.LabelSelector;
import dev.plimsoll.rule.ClusterRule;
import dev.plimsoll.rule.ObjectFindings;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/** A ServiceMonitor that selects no Service, or scrapes a port that none of them has. */
public final class MonitorWithoutService extends ClusterRule {

  public MonitorWithoutService() {
    super(new RuleId("monitor-without-service"));
  }

  @Override
  protected void check(ClusterObjects cluster, ObjectFindings findings) {
    List<Placed> services =
        cluster.ofKind("Service").stream()
            .filter(service -> service.object().group().isEmpty())
            .toList();
    for (Placed monitor : cluster.ofKind("ServiceMonitor")) {
      // Without a Service of its own the release is about those of others, which may be elsewhere.
      if (services.stream().anyMatch(each -> each.release().equals(monitor.release()))) {
        check(monitor, services, cluster, findings);
      }
    }
  }

  private static void check(
      Placed monitor, List<Placed> services, ClusterObjects cluster, ObjectFindings findings) {
    Field spec = monitor.object().get("spec");
    LabelSelector selector = LabelSelector.of(spec.get("selector"));
    List<Placed> selected =
        services.stream()
            .filter(service -> looksInto(spec.get("namespaceSelector"), monitor, service))
            .filter(service -> selector.matches(service.object().labels()))
            .toList();
    String title = monitor.object().title();
    if (selected.isEmpty()) {
      String message = title + " selects no Service, so nothing is scraped.";
      findings.add(cluster, monitor.release(), spec.get("selector"), message);
      return;
    }
    TreeSet<String> ports = new TreeSet<>();
    for (Placed service : selected) {
      for (Field port : service.object().get("spec", "ports").items()) {
        port.get("name").text().ifPresent(ports::add);
      }
    }
    for (Field endpoint : spec.get("endpoints").items()) {
      Optional<String> port = endpoint.get("port").text();
      if (port.isPresent() && !ports.contains(port.get())) {
        String known =
            ports.isEmpty() ? "no names" : "the names `" + String.join("`, `", ports) + "`";
        findings.add(
            cluster,
            monitor.release(),
            endpoint.get("port"),
            "%s scrapes port `%s`, and the ports of the Services that it selects have %s."
                .formatted(title, port.get(), known));
      }
    }
  }

  private static boolean looksInto(Field namespaces, Placed monitor, Placed service) {
    List<String> names = namespaces.get("matchNames").texts();
    return namespaces.get("any").isTrue()
        || (names.isEmpty()
            ? service.namespace().equals(monitor.namespace())
            : names.contains(service.namespace()));
  }
}
