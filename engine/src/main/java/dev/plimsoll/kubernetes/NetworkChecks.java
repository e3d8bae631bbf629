package dev.plimsoll.kubernetes;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/** What the API server checks of Ingresses and NetworkPolicies. */
final class NetworkChecks {

  private static final List<String> FORBIDDEN_IN_PATH = List.of("//", "/./", "/../", "%2f", "%2F");
  private static final List<String> FORBIDDEN_AT_END = List.of("/..", "/.");
  private static final Pattern ADDRESS = Pattern.compile("[0-9.]+|[0-9a-fA-F:]*:[0-9a-fA-F:.]*");
  private static final String CLASS_ANNOTATION = "kubernetes.io/ingress.class";

  private final Demands demands;

  NetworkChecks(int minor, Consumer<Violation> sink) {
    this.demands = new Demands(minor, sink);
  }

  void check(String kind, Part object) {
    Optional<Part> spec = object.get("spec");
    switch (kind) {
      case "Ingress" -> ingress(object, spec);
      case "NetworkPolicy" -> spec.ifPresent(this::policy);
      default -> {
        // The schema says it all.
      }
    }
  }

  private void ingress(Part object, Optional<Part> maybe) {
    if (maybe.isEmpty()) {
      demands.missing(object, "spec");
      return;
    }
    Part spec = maybe.get();
    if (spec.list("rules").isEmpty() && !spec.has("defaultBackend")) {
      demands.missing(spec, "rules");
    }
    Optional<Part> annotation = object.at("metadata", "annotations", CLASS_ANNOTATION);
    Optional<String> named = spec.text("ingressClassName");
    if (annotation.isPresent() && named.isPresent() && !annotation.get().text().equals(named)) {
      demands.report(
          ObjectRules.CONFLICTING_FIELDS,
          annotation.get(),
          "The annotation `%s` and `spec.ingressClassName` name different classes of Ingress."
              .formatted(CLASS_ANNOTATION));
    }
    spec.get("defaultBackend").ifPresent(this::backend);
    for (Part rule : spec.list("rules")) {
      host(rule, "host");
      rule.get("http")
          .ifPresent(http -> {
            if (http.list("paths").isEmpty() && http.get("paths").isPresent()) {
              demands.missing(http, "paths");
            }
            http.list("paths").forEach(this::path);
          });
    }
    for (Part tls : spec.list("tls")) {
      demands.name(tls, "secretName", Names::dnsSubdomain);
      for (Part host : tls.list("hosts")) {
        hostText(host);
      }
    }
    demands.name(spec, "ingressClassName", Names::dnsSubdomain);
  }

  private void host(Part rule, String field) {
    rule.get(field).ifPresent(this::hostText);
  }

  private void hostText(Part host) {
    String text = host.text().orElse("");
    String plain = text.startsWith("*.") ? text.substring(2) : text;
    if (!text.isEmpty() && ADDRESS.matcher(text).matches()) {
      demands.invalid(host, "must be a DNS name, not an IP address");
    } else if (!text.isEmpty()) {
      Names.dnsSubdomain(plain)
          .ifPresent(problem ->
              demands.invalid(host, "is `" + ScalarCheck.shown(text) + "`, but " + problem));
    }
  }

  private void path(Part path) {
    demands.requireText(path, "pathType");
    demands.supported(path, "pathType", "Exact", "ImplementationSpecific", "Prefix");
    String type = path.text("pathType", "");
    String text = path.text("path", "");
    boolean mustBeThere = type.equals("Exact") || type.equals("Prefix");
    if (text.isEmpty() && mustBeThere) {
      demands.missing(path, "path");
    } else if (!text.isEmpty() && !text.startsWith("/")) {
      demands.invalid(path.get("path").orElseThrow(), "must begin with `/`");
    } else if (mustBeThere
        && (FORBIDDEN_IN_PATH.stream().anyMatch(text::contains)
            || FORBIDDEN_AT_END.stream().anyMatch(text::endsWith))) {
      demands.invalid(
          path.get("path").orElseThrow(),
          "must not contain `//`, `/./`, `/../` or an escaped `/` where `pathType` is `"
              + type
              + "`");
    }
    path.get("backend").ifPresent(this::backend);
  }

  private void backend(Part backend) {
    demands.exactlyOne(backend, List.of("service", "resource"), "backend");
    backend
        .get("service")
        .ifPresent(service -> {
          demands.requireText(service, "name");
          demands.name(service, "name", demands::serviceName);
          Optional<Part> port = service.get("port");
          if (port.isEmpty()) {
            demands.missing(service, "port");
            return;
          }
          demands.exactlyOne(port.get(), List.of("number", "name"), "port");
          demands.port(port.get(), "number");
          port.get()
              .get("name")
              .ifPresent(name ->
                  name.text()
                      .flatMap(Names::portName)
                      .ifPresent(problem -> demands.badPort(name, problem)));
        });
  }

  private void policy(Part spec) {
    spec.get("podSelector").ifPresent(demands::selector);
    for (Part type : spec.list("policyTypes")) {
      type.text()
          .filter(text -> !List.of("Egress", "Ingress").contains(text))
          .ifPresent(text ->
              demands.report(ScalarCheck.unsupported(type, text, List.of("Egress", "Ingress"))));
    }
    if (spec.list("policyTypes").size() > 2) {
      demands.invalid(spec.get("policyTypes").orElseThrow(), "must have at most 2 items");
    }
    for (String side : List.of("ingress", "egress")) {
      for (Part rule : spec.list(side)) {
        rule.list("ports").forEach(this::policyPort);
        rule.list(side.equals("ingress") ? "from" : "to").forEach(this::peer);
      }
    }
  }

  private void policyPort(Part port) {
    demands.supported(port, "protocol", "SCTP", "TCP", "UDP");
    demands.portOrName(port, "port");
    Optional<Part> end = port.get("endPort");
    if (end.isEmpty()) {
      return;
    }
    Optional<Long> from = port.integer("port");
    if (from.isEmpty()) {
      demands.invalid(end.get(), "needs a number in `port`");
    } else if (end.get().integer().filter(value -> value < from.get()).isPresent()) {
      demands.invalid(end.get(), "must not be below `port`");
    }
  }

  private void peer(Part peer) {
    boolean hasBlock = peer.has("ipBlock");
    boolean hasSelector = peer.has("podSelector") || peer.has("namespaceSelector");
    if (!hasBlock && !hasSelector) {
      demands.missing(peer, "podSelector");
    } else if (hasBlock && hasSelector) {
      demands.atMostOne(
          peer,
          List.of("ipBlock", peer.has("podSelector") ? "podSelector" : "namespaceSelector"),
          "more than one kind of peer");
    }
    peer.get("podSelector").ifPresent(demands::selector);
    peer.get("namespaceSelector").ifPresent(demands::selector);
    peer.get("ipBlock")
        .ifPresent(block -> {
          demands.requireText(block, "cidr");
          block.get("cidr").ifPresent(this::cidr);
          block.list("except").forEach(this::cidr);
        });
  }

  private void cidr(Part part) {
    String text = part.text().orElse("");
    if (text.isEmpty()) {
      return;
    }
    if (!Addresses.isNetwork(text)) {
      demands.invalid(part, "takes a network such as `10.0.0.0/8`");
    } else if (demands.isSince(36) && Addresses.hasHostBits(text)) {
      demands.invalid(part, "takes a network without bits of a host, such as `10.0.0.0/8`");
    }
  }
}
