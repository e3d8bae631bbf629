package dev.plimsoll.kubernetes;

import java.util.List;
import java.util.function.Consumer;

/** What the API server checks of webhooks, storage classes and priorities. */
final class ClusterChecks {

  private static final int LARGEST_PRIORITY = 1_000_000_000;

  private static final List<String> REVIEWS = List.of("v1", "v1beta1");

  private final Demands demands;

  ClusterChecks(int minor, Consumer<Violation> sink) {
    this.demands = new Demands(minor, sink);
  }

  void check(String kind, Part object) {
    switch (kind) {
      case "MutatingWebhookConfiguration", "ValidatingWebhookConfiguration" -> {
        object.list("webhooks").forEach(this::webhook);
        demands.distinct(object.list("webhooks"), "name", "webhooks");
      }
      case "StorageClass" -> {
        demands.requireText(object, "provisioner");
        demands.supported(object, "reclaimPolicy", "Delete", "Retain");
        demands.supported(object, "volumeBindingMode", "Immediate", "WaitForFirstConsumer");
      }
      case "PriorityClass" -> {
        demands.range(object, "value", Integer.MIN_VALUE, LARGEST_PRIORITY);
        demands.supported(object, "preemptionPolicy", "Never", "PreemptLowerPriority");
      }
      default -> {
        // The schema says it all.
      }
    }
  }

  private void webhook(Part webhook) {
    webhook
        .text("name")
        .filter(name -> Names.dnsSubdomain(name).isPresent() || name.split("\\.", -1).length < 3)
        .ifPresent(_ ->
            demands.invalid(
                webhook.get("name").orElseThrow(), "takes a DNS name of three parts at least"));
    demands.supported(webhook, "sideEffects", "None", "NoneOnDryRun");
    demands.supported(webhook, "failurePolicy", "Fail", "Ignore");
    demands.supported(webhook, "matchPolicy", "Equivalent", "Exact");
    demands.range(webhook, "timeoutSeconds", 1, 30);
    if (webhook.get("admissionReviewVersions").isPresent()
        && webhook.list("admissionReviewVersions").isEmpty()) {
      demands.missing(webhook, "admissionReviewVersions");
    }
    if (!webhook.list("admissionReviewVersions").isEmpty()
        && webhook.list("admissionReviewVersions").stream()
            .noneMatch(version -> REVIEWS.contains(version.text().orElse("")))) {
      demands.invalid(
          webhook.get("admissionReviewVersions").orElseThrow(), "must have `v1` or `v1beta1`");
    }
    for (Part rule : webhook.list("rules")) {
      if (rule.list("operations").isEmpty()) {
        demands.missing(rule, "operations");
      }
      for (String field : List.of("apiGroups", "apiVersions", "resources")) {
        if (rule.list(field).isEmpty()) {
          demands.missing(rule, field);
        }
      }
    }
    webhook
        .get("clientConfig")
        .ifPresent(client -> demands.exactlyOne(client, List.of("service", "url"), "address"));
    webhook.get("namespaceSelector").ifPresent(demands::selector);
    webhook.get("objectSelector").ifPresent(demands::selector);
  }
}
