package dev.plimsoll.kubernetes;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** What the API server checks of kinds that make pods. */
final class WorkloadChecks {

  /** Labels that a release changes, while a selector may not change. */
  private static final List<String> VOLATILE =
      List.of("helm.sh/chart", "app.kubernetes.io/version", "chart");

  private static final long DEFAULT_DEADLINE = 600;

  private final int minor;
  private final Consumer<Violation> sink;
  private final Demands demands;

  WorkloadChecks(int minor, Consumer<Violation> sink) {
    this.minor = minor;
    this.sink = sink;
    this.demands = new Demands(minor, sink);
  }

  void check(String kind, Part object) {
    switch (kind) {
      case "Pod" -> object.get("spec").ifPresent(spec -> pod(spec, Set.of()));
      case "PodTemplate" ->
          object.get("template").ifPresent(template -> template(template, Set.of()));
      case "CronJob", "Job" -> new JobChecks(minor, sink, this).check(kind, object);
      case "Deployment", "ReplicaSet", "StatefulSet", "DaemonSet", "ReplicationController" ->
          object.get("spec").ifPresent(spec -> longRunning(kind, spec));
      default -> {
        // Others make no pods.
      }
    }
  }

  private void pod(Part spec, Set<String> claims) {
    demands.supported(spec, "restartPolicy", "Always", "OnFailure", "Never");
    new PodChecks(minor, sink).check(spec, claims);
  }

  /** What pods are made from. */
  void template(Part template, Set<String> claims) {
    template
        .at("spec", "ephemeralContainers")
        .filter(part -> !part.items().isEmpty())
        .ifPresent(part -> demands.invalid(part, "must not be set in a template"));
    template.get("metadata").ifPresent(metadata -> new MetadataCheck(minor, sink).labels(metadata));
    template.get("spec").ifPresent(spec -> new PodChecks(minor, sink).check(spec, claims));
  }

  private void longRunning(String kind, Part spec) {
    demands.notNegative(
        spec, "replicas", "minReadySeconds", "revisionHistoryLimit", "progressDeadlineSeconds");
    Set<String> claims = new HashSet<>();
    for (Part claim : spec.list("volumeClaimTemplates")) {
      claim.at("metadata", "name").flatMap(Part::text).ifPresent(claims::add);
    }
    spec.get("template")
        .ifPresent(template -> {
          template(template, claims);
          template
              .get("spec")
              .ifPresent(pod -> {
                demands.supported(pod, "restartPolicy", "Always");
                pod.get("activeDeadlineSeconds")
                    .ifPresent(
                        part -> demands.invalid(part, "must not be set for pods of a " + kind));
              });
        });
    selector(kind, spec);
    switch (kind) {
      case "Deployment" -> deployment(spec);
      case "StatefulSet" -> statefulSet(spec);
      case "DaemonSet" -> daemonSet(spec);
      default -> {
        // Nothing is particular.
      }
    }
  }

  private void selector(String kind, Part spec) {
    Optional<Part> selector = spec.get("selector");
    Optional<Part> template = spec.get("template");
    if (selector.isEmpty() || template.isEmpty()) {
      return;
    }
    boolean isOld = kind.equals("ReplicationController");
    if (isOld) {
      demands.labels(selector.get());
    } else {
      demands.selector(selector.get());
    }
    Optional<Part> wanted = isOld ? selector : selector.get().get("matchLabels");
    Map<String, String> labels = PodChecks.labels(template.get());
    expressions(selector.get(), labels);
    wanted.ifPresent(map -> {
      for (Part label : map.fields().values()) {
        Optional<String> text = label.text();
        if (text.isPresent() && !text.get().equals(labels.get(label.name()))) {
          mismatch(label, labels.get(label.name()));
          break;
        }
      }
      map.fields().values().stream()
          .filter(label -> VOLATILE.contains(label.name()))
          .forEach(label -> volatileLabel(kind, label));
    });
    boolean isEmpty =
        !isOld
            && selector.get().isMapping()
            && wanted.filter(map -> !map.fields().isEmpty()).isEmpty()
            && selector.get().list("matchExpressions").isEmpty();
    if (isEmpty) {
      demands.report(
          Violation.missing(
              ObjectRules.MISSING_SELECTOR,
              selector.get(),
              "matchLabels",
              "`%s` is empty, so Kubernetes refuses the object.".formatted(selector.get().path())));
    }
  }

  private void expressions(Part selector, Map<String, String> labels) {
    for (Part expression : selector.list("matchExpressions")) {
      String key = expression.text("key", "");
      String value = labels.get(key);
      boolean isListed =
          value != null
              && expression.list("values").stream()
                  .anyMatch(item -> item.text().filter(value::equals).isPresent());
      boolean matches =
          switch (expression.text("operator", "")) {
            case "In" -> isListed || expression.list("values").isEmpty();
            case "NotIn" -> !isListed;
            case "Exists" -> value != null;
            case "DoesNotExist" -> value == null;
            default -> true;
          };
      if (!matches) {
        demands.report(
            ObjectRules.SELECTOR_MISMATCH,
            expression.get("key").orElse(expression),
            "The selector does not match the label `%s` of the pod template, so Kubernetes refuses the object."
                .formatted(key));
      }
    }
  }

  private void mismatch(Part label, @org.jspecify.annotations.Nullable String there) {
    demands.report(
        ObjectRules.SELECTOR_MISMATCH,
        label,
        there == null
            ? "The selector wants the label `%s`, which the pod template does not have, so Kubernetes refuses the object."
                .formatted(label.name())
            : "The selector wants the label `%s` to be `%s`, and the pod template says `%s`, so Kubernetes refuses the object."
                .formatted(label.name(), label.text().orElse(""), there));
  }

  private void volatileLabel(String kind, Part label) {
    demands.report(
        Violation.atKey(
                ObjectRules.VOLATILE_SELECTOR,
                label,
                "The selector of a %s cannot change, and the label `%s` changes with the chart, so an upgrade is refused."
                    .formatted(kind, label.name()))
            .accepted());
  }

  private void deployment(Part spec) {
    demands.notNegative(spec, "progressDeadlineSeconds");
    long deadline = spec.integer("progressDeadlineSeconds").orElse(DEFAULT_DEADLINE);
    if (deadline <= spec.integer("minReadySeconds").orElse(0L)) {
      demands.invalid(
          spec.get("progressDeadlineSeconds").or(() -> spec.get("minReadySeconds")).orElse(spec),
          "must be such that `minReadySeconds` is below `progressDeadlineSeconds`, which is %d"
              .formatted(deadline));
    }
    Optional<Part> strategy = spec.get("strategy");
    if (strategy.isEmpty()) {
      return;
    }
    demands.supported(strategy.get(), "type", "Recreate", "RollingUpdate");
    Optional<Part> rolling = strategy.get().get("rollingUpdate");
    if (rolling.isPresent() && strategy.get().text("type", "").equals("Recreate")) {
      demands.report(
          Violation.atKey(
              ObjectRules.CONFLICTING_FIELDS,
              rolling.get(),
              "`%s` must not be set where `type` is `Recreate`.".formatted(rolling.get().path())));
      return;
    }
    rolling.ifPresent(this::rollingUpdate);
  }

  private void rollingUpdate(Part rolling) {
    demands.shareOfAll(rolling, "maxUnavailable");
    demands.share(rolling, "maxSurge");
    Optional<Part> surge = rolling.get("maxSurge");
    Optional<Part> unavailable = rolling.get("maxUnavailable");
    if (surge.filter(Demands::isZero).isPresent()
        && unavailable.filter(Demands::isZero).isPresent()) {
      demands.report(
          ObjectRules.CONFLICTING_FIELDS,
          unavailable.get(),
          "`maxUnavailable` and `maxSurge` are both 0, so no pod could ever be replaced.");
    }
  }

  private void statefulSet(Part spec) {
    demands.supported(spec, "podManagementPolicy", "OrderedReady", "Parallel");
    if (demands.isSince(34)) {
      demands.name(spec, "serviceName", Names::dnsLabel);
    }
    spec.get("ordinals").ifPresent(ordinals -> demands.notNegative(ordinals, "start"));
    spec.get("persistentVolumeClaimRetentionPolicy")
        .ifPresent(policy -> {
          demands.supported(policy, "whenDeleted", "Delete", "Retain");
          demands.supported(policy, "whenScaled", "Delete", "Retain");
        });
    spec.get("updateStrategy")
        .ifPresent(strategy -> {
          demands.supported(strategy, "type", "OnDelete", "RollingUpdate");
          Optional<Part> rolling = strategy.get("rollingUpdate");
          if (rolling.isPresent() && strategy.text("type", "").equals("OnDelete")) {
            demands.report(
                Violation.atKey(
                    ObjectRules.CONFLICTING_FIELDS,
                    rolling.get(),
                    "`%s` must not be set where `type` is `OnDelete`."
                        .formatted(rolling.get().path())));
          }
          rolling.ifPresent(part -> demands.notNegative(part, "partition"));
        });
    for (Part claim : spec.list("volumeClaimTemplates")) {
      claim.get("spec").ifPresent(part -> new StorageChecks(minor, sink).claim(part));
    }
  }

  private void daemonSet(Part spec) {
    spec.get("updateStrategy")
        .ifPresent(strategy -> {
          demands.supported(strategy, "type", "OnDelete", "RollingUpdate");
          strategy.get("rollingUpdate").ifPresent(this::daemonSetUpdate);
        });
  }

  private void daemonSetUpdate(Part rolling) {
    demands.shareOfAll(rolling, "maxUnavailable");
    demands.shareOfAll(rolling, "maxSurge");
    // The server takes 1 for the first and 0 for the second.
    boolean keepsAll = rolling.get("maxUnavailable").filter(Demands::isZero).isPresent();
    Optional<Part> surge = rolling.get("maxSurge");
    boolean surges = surge.filter(part -> !Demands.isZero(part)).isPresent();
    if (keepsAll && !surges) {
      demands.report(
          ObjectRules.CONFLICTING_FIELDS,
          rolling.get("maxUnavailable").orElseThrow(),
          "`maxUnavailable` and `maxSurge` are both 0, so no pod could ever be replaced.");
    } else if (!keepsAll && surges) {
      demands.report(
          ObjectRules.CONFLICTING_FIELDS,
          surge.get(),
          "`maxSurge` of a DaemonSet must be 0 unless `maxUnavailable` is.");
    }
  }
}
