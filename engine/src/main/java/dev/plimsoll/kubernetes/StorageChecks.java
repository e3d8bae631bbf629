package dev.plimsoll.kubernetes;

import java.util.List;
import java.util.function.Consumer;

/** What the API server checks of volumes, claims, quotas and limit ranges. */
final class StorageChecks {

  private static final String[] MODES = {
    "ReadOnlyMany", "ReadWriteMany", "ReadWriteOnce", "ReadWriteOncePod"
  };

  private final Demands demands;

  StorageChecks(Consumer<Violation> sink) {
    this.demands = new Demands(sink);
  }

  void check(String kind, Part object) {
    switch (kind) {
      case "PersistentVolumeClaim" -> object.get("spec").ifPresent(this::claim);
      case "PersistentVolume" -> object.get("spec").ifPresent(this::volume);
      case "ResourceQuota" ->
          object
              .at("spec", "hard")
              .ifPresent(hard -> hard.fields().values().forEach(demands::amount));
      case "LimitRange" ->
          object.get("spec").stream()
              .flatMap(spec -> spec.list("limits").stream())
              .forEach(this::limits);
      case "Namespace", "ServiceAccount" -> {
        // The schema says it all.
      }
      default -> {
        // Nothing is known of others.
      }
    }
  }

  private void limits(Part limits) {
    demands.requireText(limits, "type");
    for (String field : List.of("max", "min", "default", "defaultRequest")) {
      limits.get(field).ifPresent(amounts -> amounts.fields().values().forEach(demands::amount));
    }
  }

  /** The {@code spec} of a claim, also of one that a StatefulSet makes. */
  void claim(Part spec) {
    modes(spec);
    if (spec.at("resources", "requests", "storage").isEmpty()) {
      demands.missing(
          spec.at("resources", "requests").or(() -> spec.get("resources")).orElse(spec),
          spec.at("resources", "requests").isPresent()
              ? "storage"
              : spec.has("resources") ? "requests" : "resources");
    } else {
      spec.at("resources", "requests", "storage").ifPresent(this::positive);
    }
    spec.get("selector").ifPresent(demands::selector);
    demands.name(spec, "storageClassName", Names::dnsSubdomain);
    demands.supported(spec, "volumeMode", "Block", "Filesystem");
  }

  private void positive(Part amount) {
    demands
        .amount(amount)
        .filter(number -> number.signum() == 0)
        .ifPresent(_ ->
            demands.report(
                ObjectRules.INVALID_QUANTITY,
                amount,
                "`%s` must be above 0.".formatted(amount.path())));
  }

  private void modes(Part spec) {
    if (spec.list("accessModes").isEmpty()) {
      demands.missing(spec, "accessModes");
    }
    for (Part mode : spec.list("accessModes")) {
      mode.text()
          .filter(text -> !List.of(MODES).contains(text))
          .ifPresent(text -> demands.report(ScalarCheck.unsupported(mode, text, List.of(MODES))));
    }
  }

  private void volume(Part spec) {
    modes(spec);
    if (spec.at("capacity", "storage").isEmpty()) {
      demands.missing(spec, "capacity");
    } else {
      spec.at("capacity", "storage").ifPresent(this::positive);
    }
    demands.supported(spec, "persistentVolumeReclaimPolicy", "Delete", "Recycle", "Retain");
  }
}
