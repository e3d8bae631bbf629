package dev.plimsoll.rbac;

import dev.plimsoll.index.ClusterObjects;
import dev.plimsoll.index.ObjectIndex.Placed;
import dev.plimsoll.manifest.LabelSelector;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Who may do what in one environment on one cluster, by the roles and bindings of its releases and
 * of the files beside them, as the RBAC authorizer of Kubernetes would decide it. Roles that every
 * cluster has are known. Immutable.
 */
public final class PermissionGraph {

  private final List<RoleObject> roles;
  private final List<BindingObject> bindings;
  private final List<Grant> grants;
  private final Map<Subject, List<Grant>> bySubject = new HashMap<>();

  private PermissionGraph(List<RoleObject> roles, List<BindingObject> bindings) {
    this.roles = roles;
    this.bindings = bindings;
    this.grants = grants(roles, bindings);
    for (Grant grant : grants) {
      bySubject.computeIfAbsent(grant.subject(), _ -> new ArrayList<>()).add(grant);
    }
  }

  /** By what the workspace says. */
  public static PermissionGraph of(ClusterObjects cluster) {
    return of(cluster, false);
  }

  /**
   * The graph of one place.
   *
   * @param withBuiltIn whether the bindings that every cluster has count too
   */
  public static PermissionGraph of(ClusterObjects cluster, boolean withBuiltIn) {
    List<RoleObject> roles = new ArrayList<>();
    List<BindingObject> bindings = new ArrayList<>();
    for (Placed placed : cluster.all()) {
      if (placed.object().group().equals(RoleObject.GROUP)) {
        switch (placed.object().kind()) {
          case "Role", "ClusterRole" -> roles.add(RoleObject.of(placed));
          case "RoleBinding", "ClusterRoleBinding" -> bindings.add(BindingObject.of(placed));
          default -> {}
        }
      }
    }
    Set<String> own = new LinkedHashSet<>();
    roles.forEach(role -> own.add(role.title()));
    BuiltIn.roles().stream().filter(role -> !own.contains(role.title())).forEach(roles::add);
    if (withBuiltIn) {
      bindings.addAll(BuiltIn.bindings());
    }
    return new PermissionGraph(roles, bindings);
  }

  public List<RoleObject> roles() {
    return roles;
  }

  public List<BindingObject> bindings() {
    return bindings;
  }

  /** Everything that somebody is given, in the order of the bindings. */
  public List<Grant> grants() {
    return grants;
  }

  /** Whom bindings name, sorted. */
  public Set<Subject> subjects() {
    Set<Subject> subjects = new TreeSet<>();
    bindings.forEach(binding -> subjects.addAll(binding.subjects()));
    return subjects;
  }

  /** What a subject has by its own name, by its user name and by the groups that it is in. */
  public List<Grant> grantsOf(Subject subject) {
    List<Grant> all = new ArrayList<>();
    for (Subject identity : subject.identities()) {
      all.addAll(bySubject.getOrDefault(identity, List.of()));
    }
    return all;
  }

  /**
   * Who is given what a request needs, each way once.
   *
   * @param namespace of the request; empty for objects of the cluster, or for all namespaces
   */
  public List<Grant> whoCan(AccessRequest request, String namespace) {
    return grants.stream().filter(grant -> grant.allows(request, namespace)).toList();
  }

  private static List<Grant> grants(List<RoleObject> roles, List<BindingObject> bindings) {
    List<Grant> grants = new ArrayList<>();
    for (BindingObject binding : bindings) {
      for (RoleObject role : roles) {
        if (binding.gives(role)) {
          Map<PolicyRule, RoleObject> rules = rules(role, roles);
          for (Subject subject : binding.subjects()) {
            rules.forEach(
                (rule, source) -> grants.add(new Grant(subject, binding, role, source, rule)));
          }
        }
      }
    }
    return List.copyOf(grants);
  }

  /**
   * The controller writes the rules of the selected roles into an aggregated one, over whatever it
   * says itself; what it aggregates may be aggregated too.
   */
  private static Map<PolicyRule, RoleObject> rules(RoleObject role, List<RoleObject> roles) {
    Map<PolicyRule, RoleObject> rules = new LinkedHashMap<>();
    collect(role, roles, new LinkedHashSet<>(), rules);
    return rules;
  }

  private static void collect(
      RoleObject role,
      List<RoleObject> roles,
      Set<String> seen,
      Map<PolicyRule, RoleObject> rules) {
    if (!seen.add(role.title())) {
      return;
    }
    if (role.aggregates().isEmpty()) {
      role.rules().forEach(rule -> rules.putIfAbsent(rule, role));
      return;
    }
    for (RoleObject other : roles) {
      for (LabelSelector selector : role.aggregates()) {
        if (other.namespace().isEmpty() && selector.matches(other.labels())) {
          collect(other, roles, seen, rules);
        }
      }
    }
  }
}
