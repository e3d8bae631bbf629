package dev.plimsoll.kubernetes;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** The name of an object. A rule of its own says it to people, as Helm's lint does. */
final class NameCheck {

  private final Demands demands;

  NameCheck(int minor, Consumer<Violation> sink) {
    this.demands = new Demands(minor, sink);
  }

  void check(ApiResource resource, Part object) {
    Optional<Part> metadata = object.get("metadata");
    Optional<String> name = metadata.flatMap(part -> part.text("name"));
    boolean isGenerated = metadata.flatMap(part -> part.text("generateName")).isPresent();
    if (name.isEmpty() && !isGenerated) {
      demands.report(
          Violation.missing(
              ObjectRules.INVALID_NAME,
              metadata.orElse(object),
              metadata.isPresent() ? "name" : "metadata",
              "The object has no name, so Kubernetes refuses it."));
    } else if (name.isPresent()) {
      problem(resource, name.get())
          .ifPresent(problem ->
              demands.report(
                  ObjectRules.INVALID_NAME,
                  object.at("metadata", "name").orElseThrow(),
                  "Kubernetes refuses the name `%s`: it %s.".formatted(name.get(), problem)));
    }
  }

  private Optional<String> problem(ApiResource resource, String name) {
    if (ApiResource.group(resource.apiVersion()).equals("rbac.authorization.k8s.io")) {
      return List.of(".", "..").contains(name) || name.contains("/") || name.contains("%")
          ? Optional.of("takes anything but `.`, `..`, `/` and `%`")
          : Optional.empty();
    }
    return switch (resource.kind()) {
      case "Service" -> demands.serviceName(name);
      case "Namespace" -> Names.dnsLabel(name);
      default -> Names.dnsSubdomain(name);
    };
  }
}
