package dev.plimsoll.kubernetes;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** What the API server checks of roles and bindings. */
final class RbacChecks {

  private static final String GROUP = "rbac.authorization.k8s.io";

  private final Demands demands;

  RbacChecks(int minor, Consumer<Violation> sink) {
    this.demands = new Demands(minor, sink);
  }

  void check(String kind, Part object) {
    switch (kind) {
      case "Role", "ClusterRole" -> {
        object.list("rules").forEach(rule -> rule(rule, kind.equals("Role")));
        object
            .get("aggregationRule")
            .filter(rule -> rule.list("clusterRoleSelectors").isEmpty())
            .ifPresent(rule -> demands.missing(rule, "clusterRoleSelectors"));
      }
      case "RoleBinding", "ClusterRoleBinding" ->
          binding(object, kind.equals("ClusterRoleBinding"));
      default -> {
        // There are no others.
      }
    }
  }

  private void rule(Part rule, boolean isNamespaced) {
    if (rule.get("verbs").isPresent() && rule.list("verbs").isEmpty()) {
      demands.missing(rule, "verbs");
    }
    boolean hasUrls = !rule.list("nonResourceURLs").isEmpty();
    boolean hasResources =
        !rule.list("apiGroups").isEmpty()
            || !rule.list("resources").isEmpty()
            || !rule.list("resourceNames").isEmpty();
    if (hasUrls && isNamespaced) {
      demands.invalid(rule.get("nonResourceURLs").orElseThrow(), "is only for a ClusterRole");
    } else if (hasUrls && hasResources) {
      demands.report(
          Violation.atKey(
              ObjectRules.CONFLICTING_FIELDS,
              rule.get("nonResourceURLs").orElseThrow(),
              "`%s` is either for resources or for URLs.".formatted(rule.path())));
    } else if (!hasUrls) {
      for (String field : List.of("apiGroups", "resources")) {
        if (rule.list(field).isEmpty()) {
          demands.missing(rule, field);
        }
      }
    }
  }

  private void binding(Part object, boolean isClusterWide) {
    object
        .get("roleRef")
        .ifPresent(role -> {
          demands.requireText(role, "name");
          demands.supported(role, "apiGroup", GROUP);
          if (isClusterWide) {
            demands.supported(role, "kind", "ClusterRole");
          } else {
            demands.supported(role, "kind", "Role", "ClusterRole");
          }
        });
    for (Part subject : object.list("subjects")) {
      demands.requireText(subject, "name");
      String kind = subject.text("kind", "");
      Optional<Part> group =
          subject.get("apiGroup").filter(_ -> subject.text("apiGroup").isPresent());
      if (kind.equals("ServiceAccount")) {
        if (isClusterWide) {
          demands.require(subject, "namespace");
        }
        group.ifPresent(part -> demands.invalid(part, "must be empty for a ServiceAccount"));
      } else {
        demands.supported(subject, "kind", "ServiceAccount", "User", "Group");
        demands.supported(subject, "apiGroup", GROUP);
      }
    }
  }
}
