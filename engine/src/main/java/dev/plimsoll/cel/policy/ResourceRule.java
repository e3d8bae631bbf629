package dev.plimsoll.cel.policy;

import java.util.List;

/**
 * Which requests a policy is for; {@code *} stands for all.
 *
 * @param resourceNames none for all names
 * @param scope {@code Namespaced}, {@code Cluster} or {@code *}
 */
public record ResourceRule(
    List<String> apiGroups,
    List<String> apiVersions,
    List<String> operations,
    List<String> resources,
    List<String> resourceNames,
    String scope) {

  private static final String ALL = "*";

  public ResourceRule {
    apiGroups = List.copyOf(apiGroups);
    apiVersions = List.copyOf(apiVersions);
    operations = List.copyOf(operations);
    resources = List.copyOf(resources);
    resourceNames = List.copyOf(resourceNames);
  }

  boolean matches(AdmissionObject object) {
    return matchesButVersion(object) && has(apiVersions, object.kind().version());
  }

  boolean matchesButVersion(AdmissionObject object) {
    ResourceKind kind = object.kind();
    return has(apiGroups, kind.group())
        && has(operations, "CREATE")
        && hasResource(kind.resource())
        && isInScope(object)
        && (resourceNames.isEmpty() || resourceNames.contains(object.name()));
  }

  private boolean hasResource(String resource) {
    for (String each : resources) {
      int slash = each.indexOf('/');
      String name = slash < 0 ? each : each.substring(0, slash);
      String sub = slash < 0 ? "" : each.substring(slash + 1);
      if ((name.equals(ALL) || name.equals(resource)) && (sub.isEmpty() || sub.equals(ALL))) {
        return true;
      }
    }
    return false;
  }

  private boolean isInScope(AdmissionObject object) {
    return scope.equals(ALL) || scope.equals("Cluster") == object.namespace().isEmpty();
  }

  private static boolean has(List<String> wanted, String value) {
    return wanted.contains(ALL) || wanted.contains(value);
  }
}
