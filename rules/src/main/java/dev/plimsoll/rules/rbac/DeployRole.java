package dev.plimsoll.rules.rbac;

import dev.plimsoll.index.ObjectIndex.Placed;
import dev.plimsoll.manifest.Field;
import dev.plimsoll.rbac.AccessRequest;
import dev.plimsoll.rbac.BindingObject;
import dev.plimsoll.rbac.DeployNeed;
import dev.plimsoll.rbac.Grant;
import dev.plimsoll.rbac.PermissionGraph;
import dev.plimsoll.rbac.PolicyRule;
import dev.plimsoll.rbac.RoleObject;
import dev.plimsoll.rbac.Subject;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * A Role or ClusterRole of an account that deploys.
 *
 * @param placed the object
 * @param places the namespaces in which it is bound; with an empty one everywhere
 * @param others what the same accounts are granted, by this role and beside it
 */
record DeployRole(RoleObject role, Placed placed, Set<String> places, List<Grant> others) {

  private static final List<String> WRITING = List.of("create", "update", "patch");

  /**
   * The roles of files that let an account deploy. One is told by the words of its name, or of an
   * account that has it, and by what it may write.
   */
  static List<DeployRole> all(PermissionGraph graph, List<String> words) {
    List<DeployRole> found = new ArrayList<>();
    for (RoleObject role : graph.roles()) {
      Optional<Placed> file = role.placed().filter(placed -> placed.release().release().isEmpty());
      // An aggregated role has the rules of others, which may be anywhere.
      if (file.isEmpty() || !role.aggregates().isEmpty() || !isWriter(role)) {
        continue;
      }
      Set<String> places = new HashSet<>();
      Set<Subject> accounts = new HashSet<>();
      for (BindingObject binding : graph.bindings()) {
        if (binding.gives(role)) {
          places.add(binding.namespace());
          accounts.addAll(binding.subjects());
        }
      }
      if (places.isEmpty()) {
        places.add(role.namespace());
      }
      boolean isNamed =
          hasWord(role.name(), words)
              || accounts.stream().anyMatch(account -> hasWord(account.toString(), words));
      if (isNamed) {
        List<Grant> others = new ArrayList<>();
        accounts.forEach(account -> others.addAll(graph.grantsOf(account)));
        found.add(new DeployRole(role, file.get(), places, others));
      }
    }
    return found;
  }

  /** Whether the need arises where the role holds. */
  boolean isFor(DeployNeed need) {
    return places.contains("")
        || (!need.namespace().isEmpty() && places.contains(need.namespace()));
  }

  /** Whether this role, or another of the same accounts, allows something. */
  boolean allows(DeployNeed need) {
    AccessRequest request = need.request();
    return role.rules().stream().anyMatch(rule -> rule.allows(request))
        || others.stream().anyMatch(grant -> grant.allows(request, need.namespace()));
  }

  /** Whether this role, or another of the same accounts, allows anything in an API group. */
  boolean knows(String group) {
    return role.rules().stream().anyMatch(rule -> rule.isAbout(group))
        || others.stream().anyMatch(grant -> grant.rule().isAbout(group));
  }

  /** The rule that a verb for a resource would be added to. */
  Optional<PolicyRule> ruleFor(String group, String resource) {
    return role.rules().stream()
        .filter(rule -> rule.isAbout(group, resource) && rule.resourceNames().isEmpty())
        .filter(rule -> rule.field().filter(field -> field.get("verbs").exists()).isPresent())
        .findFirst();
  }

  /** Where the rules are said. */
  Field rules() {
    return placed.object().get("rules");
  }

  private static boolean isWriter(RoleObject role) {
    for (String verb : WRITING) {
      for (AccessRequest request :
          List.of(
              AccessRequest.Resource.of(verb, "apps", "deployments"),
              AccessRequest.Resource.of(verb, "apps", "statefulsets"),
              AccessRequest.Resource.of(verb, "", "secrets"))) {
        if (role.rules().stream().anyMatch(rule -> rule.allows(request))) {
          return true;
        }
      }
    }
    return false;
  }

  private static boolean hasWord(String names, List<String> words) {
    for (String word : names.toLowerCase(Locale.ROOT).split("[^a-z0-9]+", -1)) {
      if (words.contains(word)) {
        return true;
      }
    }
    return false;
  }
}
