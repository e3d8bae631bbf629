package dev.plimsoll.rules.network;

import dev.plimsoll.diagnostic.DiagnosticSink;
import dev.plimsoll.diagnostic.RuleId;
import dev.plimsoll.index.ClusterObjects;
import dev.plimsoll.index.ObjectIndex.Placed;
import dev.plimsoll.manifest.Field;
import dev.plimsoll.rule.ObjectFindings;
import dev.plimsoll.rule.Rule;
import dev.plimsoll.rule.RuleContext;
import java.util.Optional;

/** An Ingress that sends requests to a Service or port which is not there. */
public final class UnknownIngressBackend implements Rule {

  private static final RuleId ID = new RuleId("unknown-ingress-backend");

  @Override
  public RuleId id() {
    return ID;
  }

  @Override
  public void check(RuleContext context, DiagnosticSink sink) {
    ObjectFindings findings = new ObjectFindings(ID);
    for (ClusterObjects cluster : context.objects().clusters()) {
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
    findings.reportTo(sink);
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
      add(
          ingress,
          backend.get("name"),
          "%s sends to Service `%s`, and no release brings one of that name to namespace `%s`."
              .formatted(ingress.object().title(), name.get(), ingress.namespace()),
          cluster,
          findings);
    } else if (!isKnown(service.get(), port)) {
      add(
          ingress,
          port.get("name").exists() ? port.get("name") : port.get("number"),
          "%s sends to port `%s` of Service `%s`, which has no such port."
              .formatted(
                  ingress.object().title(),
                  port.get("name").text().or(() -> port.get("number").text()).orElse(""),
                  name.get()),
          cluster,
          findings);
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

  private static void add(
      Placed ingress,
      Field field,
      String message,
      ClusterObjects cluster,
      ObjectFindings findings) {
    findings.add(findings.at(ingress.release(), field, message), cluster.cells(ingress.release()));
  }
}
