package dev.plimsoll.rules.network;

import dev.plimsoll.diagnostic.RuleId;
import dev.plimsoll.index.ClusterObjects;
import dev.plimsoll.index.ObjectIndex.Placed;
import dev.plimsoll.manifest.Field;
import dev.plimsoll.rule.ClusterRule;
import dev.plimsoll.rule.ObjectFindings;
import java.util.Optional;

/** An Ingress that sends requests to a Service or port which is not there. */
public final class UnknownIngressBackend extends ClusterRule {

  public UnknownIngressBackend() {
    super(new RuleId("unknown-ingress-backend"));
  }

  @Override
  protected void check(ClusterObjects cluster, ObjectFindings findings) {
    for (Placed ingress : cluster.ofKind("Ingress")) {
      Field spec = ingress.object().get("spec");
      check(ingress, spec.get("defaultBackend", "service"), cluster, findings);
      for (Field rule : spec.get("rules").items()) {
        for (Field path : rule.get("http", "paths").items()) {
          check(ingress, path.get("backend", "service"), cluster, findings);
        }
      }
    }
  }

  private static void check(
      Placed ingress, Field backend, ClusterObjects cluster, ObjectFindings findings) {
    Optional<String> name = backend.get("name").text();
    if (name.isEmpty()) {
      return;
    }
    Optional<Placed> service = cluster.find("", "Service", ingress.namespace(), name.get());
    Field port = backend.get("port");
    if (service.isEmpty()) {
      findings.add(
          cluster,
          ingress.release(),
          backend.get("name"),
          "%s sends to Service `%s`, and no release brings one of that name to namespace `%s`."
              .formatted(ingress.object().title(), name.get(), ingress.namespace()));
    } else if (!isKnown(service.get(), port)) {
      findings.add(
          cluster,
          ingress.release(),
          port.get("name").exists() ? port.get("name") : port.get("number"),
          "%s sends to port `%s` of Service `%s`, which has no such port."
              .formatted(
                  ingress.object().title(),
                  port.get("name").text().or(() -> port.get("number").text()).orElse(""),
                  name.get()));
    }
  }

  private static boolean isKnown(Placed service, Field port) {
    Optional<String> name = port.get("name").text();
    Optional<String> number = port.get("number").text();
    for (Field declared : service.object().get("spec", "ports").items()) {
      boolean isNamed = name.isPresent() && name.equals(declared.get("name").text());
      boolean isNumbered = number.isPresent() && number.equals(declared.get("port").text());
      if (isNamed || isNumbered) {
        return true;
      }
    }
    return name.isEmpty() && number.isEmpty();
  }
}
