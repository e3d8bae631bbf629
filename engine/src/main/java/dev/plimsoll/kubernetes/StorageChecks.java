package dev.plimsoll.kubernetes;

import dev.plimsoll.manifest.Quantity;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/** What the API server checks of volumes, claims, quotas and limit ranges. */
final class StorageChecks {

  private static final String[] MODES = {
    "ReadOnlyMany", "ReadWriteMany", "ReadWriteOnce", "ReadWriteOncePod"
  };

  private static final Set<String> COUNTED =
      Set.of(
          "pods",
          "services",
          "replicationcontrollers",
          "resourcequotas",
          "secrets",
          "configmaps",
          "persistentvolumeclaims",
          "services.nodeports",
          "services.loadbalancers");
  private static final Pattern AMOUNTS =
      Pattern.compile(
          "(?:(?:requests|limits)\\.)?(?:cpu|memory|storage|ephemeral-storage|hugepages-.+)|requests\\..+/.+");
  private static final Set<String> NOT_SOURCES =
      Set.of(
          "capacity",
          "accessModes",
          "claimRef",
          "persistentVolumeReclaimPolicy",
          "storageClassName",
          "mountOptions",
          "volumeMode",
          "nodeAffinity",
          "volumeAttributesClassName");

  private final Demands demands;
  private final MetadataCheck metadata;

  StorageChecks(int minor, Consumer<Violation> sink) {
    this.demands = new Demands(minor, sink);
    this.metadata = new MetadataCheck(minor, sink);
  }

  void check(String kind, Part object) {
    switch (kind) {
      case "PersistentVolumeClaim" -> {
        if (object.has("spec")) {
          object.get("spec").ifPresent(this::claim);
        } else {
          demands.missing(object, "spec");
        }
      }
      case "PersistentVolume" -> object.get("spec").ifPresent(this::volume);
      case "ResourceQuota" ->
          object.at("spec", "hard").ifPresent(hard -> hard.fields().values().forEach(this::quota));
      case "LimitRange" ->
          object.get("spec").stream()
              .flatMap(spec -> spec.list("limits").stream())
              .forEach(this::limits);
      case "Namespace" ->
          object.get("spec").ifPresent(spec -> metadata.finalizers(spec, "finalizers"));
      default -> {
        // Nothing is known of others.
      }
    }
  }

  private void quota(Part amount) {
    String name = amount.name();
    boolean isCount = COUNTED.contains(name) || name.startsWith("count/");
    Optional<BigDecimal> number = demands.amount(amount);
    if (isCount && number.filter(value -> value.stripTrailingZeros().scale() > 0).isPresent()) {
      demands.report(
          ObjectRules.INVALID_QUANTITY,
          amount,
          "`%s` takes a whole number.".formatted(amount.path()));
    }
    boolean isKnown =
        isCount
            || name.contains("/")
            || AMOUNTS.matcher(name).matches()
            || name.equals("resourcequotas");
    if (!isKnown) {
      demands.report(
          Violation.atKey(
              ObjectRules.UNKNOWN_FIELD,
              amount,
              "A ResourceQuota cannot limit `%s`.".formatted(name)));
    }
  }

  private void limits(Part limits) {
    demands.requireText(limits, "type");
    if (limits.text("type", "").equals("Pod")) {
      for (String field : List.of("default", "defaultRequest")) {
        limits
            .get(field)
            .ifPresent(part -> demands.invalid(part, "must not be set where `type` is `Pod`"));
      }
    }
    ordered(limits, "min", "max");
    ordered(limits, "min", "defaultRequest");
    ordered(limits, "defaultRequest", "default");
    ordered(limits, "default", "max");
    for (String field : List.of("max", "min", "default", "defaultRequest")) {
      limits.get(field).ifPresent(amounts -> amounts.fields().values().forEach(demands::amount));
    }
  }

  private void ordered(Part limits, String smaller, String larger) {
    for (Part amount : limits.get(smaller).map(Part::fields).orElse(Map.of()).values()) {
      Optional<BigDecimal> low = amount.json().flatMap(Quantity::parse).map(Quantity::value);
      Optional<BigDecimal> high =
          limits
              .at(larger, amount.name())
              .flatMap(Part::json)
              .flatMap(Quantity::parse)
              .map(Quantity::value);
      if (low.isPresent() && high.isPresent() && low.get().compareTo(high.get()) > 0) {
        demands.report(
            ObjectRules.CONFLICTING_FIELDS,
            amount,
            "`%s` of %s is above `%s`.".formatted(smaller, amount.name(), larger));
      }
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
    if (spec.list("accessModes").size() > 1
        && spec.list("accessModes").stream()
            .anyMatch(mode -> mode.text().filter("ReadWriteOncePod"::equals).isPresent())) {
      demands.invalid(
          spec.get("accessModes").orElseThrow(), "must not have `ReadWriteOncePod` and others");
    }
    for (Part mode : spec.list("accessModes")) {
      mode.text()
          .filter(text -> !List.of(MODES).contains(text))
          .ifPresent(text -> demands.report(ScalarCheck.unsupported(mode, text, List.of(MODES))));
    }
  }

  private void volume(Part spec) {
    modes(spec);
    demands.name(spec, "storageClassName", Names::dnsSubdomain);
    List<String> sources =
        spec.fields().keySet().stream().filter(name -> !NOT_SOURCES.contains(name)).toList();
    if (sources.isEmpty()) {
      demands.report(
          Violation.missing(
              ObjectRules.MISSING_FIELD,
              spec,
              "csi",
              "The volume says nowhere what it is, so Kubernetes refuses the object."));
    }
    demands.atMostOne(spec, sources, "more than one source");
    if (spec.at("capacity", "storage").isEmpty()) {
      demands.missing(spec, "capacity");
    } else {
      spec.at("capacity", "storage").ifPresent(this::positive);
    }
    demands.supported(spec, "persistentVolumeReclaimPolicy", "Delete", "Recycle", "Retain");
  }
}
