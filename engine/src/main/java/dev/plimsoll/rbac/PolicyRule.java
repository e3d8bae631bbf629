package dev.plimsoll.rbac;

import dev.plimsoll.manifest.Field;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One entry of the {@code rules} of a role: {@code rbacv1.PolicyRule}.
 *
 * @param field where it is written; empty for one that every cluster has
 */
public record PolicyRule(
    List<String> verbs,
    List<String> apiGroups,
    List<String> resources,
    List<String> resourceNames,
    List<String> nonResourceUrls,
    Optional<Field> field) {

  private static final String ANY = "*";

  public PolicyRule {
    verbs = List.copyOf(verbs);
    apiGroups = List.copyOf(apiGroups);
    resources = List.copyOf(resources);
    resourceNames = List.copyOf(resourceNames);
    nonResourceUrls = List.copyOf(nonResourceUrls);
  }

  /** The rules of a Role or ClusterRole. */
  static List<PolicyRule> of(Field rules) {
    List<PolicyRule> found = new ArrayList<>();
    for (Field rule : rules.items()) {
      found.add(
          new PolicyRule(
              rule.get("verbs").texts(),
              rule.get("apiGroups").texts(),
              rule.get("resources").texts(),
              rule.get("resourceNames").texts(),
              rule.get("nonResourceURLs").texts(),
              Optional.of(rule)));
    }
    return found;
  }

  /** Whether it allows a request, as {@code RuleAllows} of the API server's authorizer has it. */
  public boolean allows(AccessRequest request) {
    return switch (request) {
      case AccessRequest.Resource wanted ->
          has(verbs, wanted.verb())
              && has(apiGroups, wanted.group())
              && hasResource(wanted)
              && (resourceNames.isEmpty() || resourceNames.contains(wanted.name()));
      case AccessRequest.Url wanted -> has(verbs, wanted.verb()) && hasUrl(wanted.path());
    };
  }

  /** Whether it is about a resource of this API group, whatever it allows. */
  public boolean isAbout(String group) {
    return has(apiGroups, group);
  }

  /** Whether it is about this resource, whatever it allows. */
  public boolean isAbout(String group, String resource) {
    return has(apiGroups, group) && hasResource(AccessRequest.Resource.of("", group, resource));
  }

  /**
   * The requests that together are all that this rule allows, wildcards and all: whoever may do
   * each of them may do what the rule allows ({@code BreakdownRule} of the API server).
   */
  List<AccessRequest> requests() {
    List<AccessRequest> requests = new ArrayList<>();
    for (String verb : verbs) {
      for (String url : nonResourceUrls) {
        requests.add(new AccessRequest.Url(verb, url));
      }
      for (String group : apiGroups) {
        for (String resource : resources) {
          AccessRequest.Resource any = AccessRequest.Resource.of(verb, group, resource);
          if (resourceNames.isEmpty()) {
            requests.add(any);
          }
          resourceNames.forEach(name -> requests.add(any.named(name)));
        }
      }
    }
    return requests;
  }

  private boolean hasResource(AccessRequest.Resource wanted) {
    return resources.contains(ANY)
        || resources.contains(wanted.combined())
        || (!wanted.subresource().isEmpty() && resources.contains("*/" + wanted.subresource()));
  }

  private boolean hasUrl(String path) {
    for (String url : nonResourceUrls) {
      boolean isPrefix = url.endsWith(ANY) && path.startsWith(url.replaceAll("\\*+$", ""));
      if (url.equals(ANY) || url.equals(path) || isPrefix) {
        return true;
      }
    }
    return false;
  }

  private static boolean has(List<String> items, String wanted) {
    return items.contains(ANY) || items.contains(wanted);
  }
}
