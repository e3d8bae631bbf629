package dev.plimsoll.kubernetes;

import dev.plimsoll.manifest.Quantity;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What the API server checks of the resources of a container. */
final class ResourceChecks {

  private static final Set<String> STANDARD = Set.of("cpu", "memory", "ephemeral-storage");

  private static final String OWN_DOMAIN = "kubernetes.io/";

  private final Demands demands;

  ResourceChecks(Demands demands) {
    this.demands = demands;
  }

  void check(Part resources) {
    for (String side : List.of("limits", "requests")) {
      resources
          .get(side)
          .ifPresent(amounts ->
              amounts.fields().values().stream()
                  .filter(amount -> !amount.isNull())
                  .forEach(this::amount));
    }
    Optional<Part> limits = resources.get("limits");
    Optional<Part> requests = resources.get("requests");
    requests.ifPresent(map -> needLimits(map, limits));
    hugePages(resources);
    if (limits.isPresent() && requests.isPresent()) {
      for (Part request : requests.get().fields().values()) {
        Optional.ofNullable(limits.get().fields().get(request.name()))
            .ifPresent(limit -> compare(request, limit));
      }
    }
  }

  private void amount(Part amount) {
    Optional<BigDecimal> number = demands.amount(amount);
    String name = amount.name();
    boolean isDevice = name.contains("/") && !name.startsWith(OWN_DOMAIN);
    if (isDevice && number.filter(value -> value.stripTrailingZeros().scale() > 0).isPresent()) {
      demands.report(
          ObjectRules.INVALID_QUANTITY,
          amount,
          "`%s` takes a whole number.".formatted(amount.path()));
    }
    boolean isKnown =
        STANDARD.contains(name)
            || name.startsWith("hugepages-")
            || (name.contains("/") && Names.qualifiedName(name).isEmpty());
    if (!isKnown) {
      Optional<String> meant =
          dev.plimsoll.diagnostic.NearestName.of(name, STANDARD.stream().sorted().toList());
      demands.report(
          Violation.atKey(
                  ObjectRules.UNKNOWN_FIELD,
                  amount,
                  "Containers have no resource `%s`; there are `cpu`, `memory`, `ephemeral-storage` and those with a domain in front."
                      .formatted(ScalarCheck.shown(name)))
              .withMeant(meant));
    }
  }

  /** Devices and huge pages cannot be shared, so a request is a limit too. */
  private void needLimits(Part requests, Optional<Part> limits) {
    for (Part request : requests.fields().values()) {
      boolean isShared = STANDARD.contains(request.name()) || request.name().startsWith(OWN_DOMAIN);
      if (!isShared
          && !request.isNull()
          && limits.filter(map -> map.has(request.name())).isEmpty()) {
        demands.report(
            ObjectRules.MISSING_FIELD,
            request,
            "The request of `%s` needs a limit that is equal.".formatted(request.name()));
      }
    }
  }

  private void hugePages(Part resources) {
    boolean hasPages = false;
    boolean hasOthers = false;
    for (String side : List.of("limits", "requests")) {
      for (String name :
          resources.get(side).map(Part::fields).orElse(java.util.Map.of()).keySet()) {
        hasPages |= name.startsWith("hugepages-");
        hasOthers |= name.equals("cpu") || name.equals("memory");
      }
    }
    if (hasPages && !hasOthers) {
      demands.invalid(resources, "must have `cpu` or `memory` beside huge pages");
    }
  }

  private void compare(Part request, Part limit) {
    Optional<BigDecimal> wanted = value(request);
    Optional<BigDecimal> most = value(limit);
    if (wanted.isEmpty() || most.isEmpty()) {
      return;
    }
    if (wanted.get().compareTo(most.get()) > 0) {
      demands.report(
          ObjectRules.REQUEST_ABOVE_LIMIT,
          request,
          "The request of %s (`%s`) is above the limit (%s), so Kubernetes refuses the object."
              .formatted(request.name(), request.json().orElse("null"), shown(limit)));
    } else if (!STANDARD.contains(request.name()) && wanted.get().compareTo(most.get()) != 0) {
      demands.report(
          ObjectRules.INVALID_QUANTITY,
          request,
          "The request of `%s` must be equal to its limit.".formatted(request.name()));
    }
  }

  /** An amount as the server decodes it: null becomes zero, and not nothing. */
  private static Optional<BigDecimal> value(Part amount) {
    return amount.isNull()
        ? Optional.of(BigDecimal.ZERO)
        : amount.json().flatMap(Quantity::parse).map(Quantity::value);
  }

  private static String shown(Part limit) {
    return limit.isNull() ? "null, which is 0" : "`" + limit.json().orElse("") + "`";
  }
}
