package dev.plimsoll.rules.network;

import dev.plimsoll.diagnostic.Diagnostic;
import dev.plimsoll.diagnostic.RelatedLocation;
import dev.plimsoll.diagnostic.RuleId;
import dev.plimsoll.index.ClusterObjects;
import dev.plimsoll.index.ObjectIndex.Placed;
import dev.plimsoll.manifest.Field;
import dev.plimsoll.manifest.KubernetesObject;
import dev.plimsoll.rule.ClusterRule;
import dev.plimsoll.rule.ObjectFindings;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Ingresses of one class that answer for the same host and path. */
public final class DuplicateIngressPath extends ClusterRule {

  private static final String CANARY = "nginx.ingress.kubernetes.io/canary";
  private static final String CLASS = "kubernetes.io/ingress.class";

  public DuplicateIngressPath() {
    super(new RuleId("duplicate-ingress-path"));
  }

  /** What a controller chooses by. */
  private record Route(String controller, String host, String path, String type) {}

  /** Where somebody answers for a route. */
  private record Answer(Placed ingress, Field place) {}

  @Override
  protected void check(ClusterObjects cluster, ObjectFindings findings) {
    Map<Route, Answer> answers = new HashMap<>();
    for (Placed ingress : cluster.ofKind("Ingress")) {
      KubernetesObject object = ingress.object();
      Map<String, String> annotations = object.annotations();
      boolean isCanary = "true".equals(annotations.get(CANARY));
      if (object.group().equals("networking.k8s.io") && !isCanary) {
        String controller =
            object
                .get("spec", "ingressClassName")
                .text()
                .orElse(annotations.getOrDefault(CLASS, ""));
        check(ingress, controller, answers, cluster, findings);
      }
    }
  }

  private static void check(
      Placed ingress,
      String controller,
      Map<Route, Answer> answers,
      ClusterObjects cluster,
      ObjectFindings findings) {
    for (Field rule : ingress.object().get("spec", "rules").items()) {
      String host = rule.get("host").text().orElse("");
      // Without a host, each Ingress may have an address of its own.
      List<Field> paths = host.isEmpty() ? List.of() : rule.get("http", "paths").items();
      for (Field path : paths) {
        Route route =
            new Route(
                controller,
                host,
                path.get("path").text().orElse("/"),
                path.get("pathType").text().orElse(""));
        Answer before = answers.putIfAbsent(route, new Answer(ingress, path.get("path")));
        if (before != null) {
          Diagnostic found =
              findings.at(ingress.release(), path.get("path"), message(ingress, route, before));
          findings.add(related(found, before), cluster.cells(ingress.release()));
        }
      }
    }
  }

  private static Diagnostic related(Diagnostic found, Answer before) {
    return before
        .place()
        .origin()
        .map(origin ->
            found.withRelated(
                RelatedLocation.Role.DEFINITION, origin.location(), "The other one is here."))
        .orElse(found);
  }

  private static String message(Placed ingress, Route route, Answer before) {
    Placed other = before.ingress();
    String where =
        other.namespace().equals(ingress.namespace())
            ? ""
            : " in namespace `" + other.namespace() + "`";
    return "%s answers for `%s%s`, and so does %s%s: only one of them gets the requests."
        .formatted(
            ingress.object().title(), route.host(), route.path(), other.object().title(), where);
  }
}
