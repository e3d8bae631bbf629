package dev.plimsoll.kubernetes;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** What the API server checks of a Service. */
final class ServiceChecks {

  private final Demands demands;

  ServiceChecks(int minor, Consumer<Violation> sink) {
    this.demands = new Demands(minor, sink);
  }

  void check(Part object) {
    object.get("spec").ifPresent(this::spec);
    if (object.get("spec").isEmpty()) {
      demands.missing(object, "spec");
    }
  }

  private void spec(Part spec) {
    String type = spec.text("type", "ClusterIP");
    boolean isHeadless = spec.text("clusterIP", "").equals("None");
    demands.supported(spec, "type", "ClusterIP", "NodePort", "LoadBalancer", "ExternalName");
    demands.supported(spec, "sessionAffinity", "ClientIP", "None");
    spec.get("selector").ifPresent(demands::labels);
    if (spec.list("ports").isEmpty() && !isHeadless && !type.equals("ExternalName")) {
      demands.missing(spec, "ports");
    }
    if (isHeadless && List.of("NodePort", "LoadBalancer").contains(type)) {
      demands.report(
          ObjectRules.CONFLICTING_FIELDS,
          spec.get("clusterIP").orElseThrow(),
          "A Service of type `%s` cannot be headless (`clusterIP: None`).".formatted(type));
    }
    if (type.equals("ExternalName")) {
      externalName(spec);
    }
    ports(spec, type);
    if (!type.equals("LoadBalancer")) {
      for (String field :
          List.of(
              "loadBalancerClass", "allocateLoadBalancerNodePorts", "loadBalancerSourceRanges")) {
        spec.get(field)
            .filter(part -> !part.isList() || !part.items().isEmpty())
            .ifPresent(part -> onlyFor(part, "`LoadBalancer`"));
      }
    }
    boolean isExternal = List.of("NodePort", "LoadBalancer").contains(type);
    spec.get("externalTrafficPolicy")
        .filter(part -> !isExternal && part.text().filter(text -> !text.isEmpty()).isPresent())
        .filter(_ -> spec.list("externalIPs").isEmpty() || type.equals("ExternalName"))
        .ifPresent(part -> onlyFor(part, "`NodePort` or `LoadBalancer`"));
    demands.supported(spec, "externalTrafficPolicy", "Cluster", "Local");
    demands.supported(spec, "internalTrafficPolicy", "Cluster", "Local");
    if (demands.isSince(34)) {
      demands.supported(
          spec, "trafficDistribution", "PreferClose", "PreferSameZone", "PreferSameNode");
    } else {
      demands.supported(spec, "trafficDistribution", "PreferClose");
    }
    spec.list("externalIPs").forEach(demands::address);
    spec.get("clusterIP")
        .filter(part -> !List.of("None", "").contains(part.text().orElse("")))
        .ifPresent(demands::address);
    boolean isLocal =
        type.equals("LoadBalancer") && spec.text("externalTrafficPolicy", "").equals("Local");
    spec.get("healthCheckNodePort")
        .filter(part -> !isLocal && part.integer().filter(port -> port != 0).isPresent())
        .ifPresent(part -> onlyFor(part, "`LoadBalancer` with `externalTrafficPolicy: Local`"));
  }

  private void onlyFor(Part part, String types) {
    demands.report(
        Violation.atKey(
            ObjectRules.CONFLICTING_FIELDS,
            part,
            "`%s` is only for Services of type %s.".formatted(part.path(), types)));
  }

  private void externalName(Part spec) {
    demands.require(spec, "externalName");
    spec.text("externalName")
        .map(name -> name.endsWith(".") ? name.substring(0, name.length() - 1) : name)
        .flatMap(Names::dnsSubdomain)
        .ifPresent(problem -> demands.invalid(spec.get("externalName").orElseThrow(), problem));
    spec.get("clusterIP")
        .filter(part -> part.text().filter(text -> !text.isEmpty()).isPresent())
        .ifPresent(part -> demands.invalid(part, "must not be set for type `ExternalName`"));
  }

  /** Zero and an empty text are as good as nothing. */
  private static boolean isUnset(Part parent, String field) {
    return parent.integer(field).filter(number -> number == 0).isPresent()
        || parent.get(field).flatMap(Part::text).filter(String::isEmpty).isPresent();
  }

  private void ports(Part spec, String type) {
    List<Part> ports = spec.list("ports");
    Set<String> taken = new HashSet<>();
    Set<String> nodePorts = new HashSet<>();
    for (Part port : ports) {
      demands.port(port, "port");
      if (!isUnset(port, "targetPort")) {
        demands.portOrName(port, "targetPort");
      }
      demands.name(port, "appProtocol", Names::qualifiedName);
      demands.supported(port, "protocol", "TCP", "UDP", "SCTP");
      demands.name(port, "name", Names::dnsLabel);
      if (ports.size() > 1) {
        demands.require(port, "name");
      }
      String protocol = port.text("protocol", "TCP");
      Optional<Long> number = port.integer("port");
      if (number.isPresent() && !taken.add(number.get() + "/" + protocol)) {
        demands.duplicate(port.get("port").orElseThrow(), "ports", number.get() + "/" + protocol);
      }
      Optional<Long> nodePort = port.integer("nodePort").filter(value -> value != 0);
      if (nodePort.isPresent() && type.equals("ClusterIP")) {
        onlyFor(port.get("nodePort").orElseThrow(), "`NodePort` or `LoadBalancer`");
      } else if (nodePort.isPresent() && !nodePorts.add(nodePort.get() + "/" + protocol)) {
        demands.duplicate(
            port.get("nodePort").orElseThrow(), "node ports", nodePort.get() + "/" + protocol);
      }
    }
    demands.distinct(ports, "name", "ports");
  }
}
