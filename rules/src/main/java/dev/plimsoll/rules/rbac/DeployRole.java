package dev.plimsoll.rules.rbac;

import dev.plimsoll.chart.StructFields;
import dev.plimsoll.index.Estate;
import dev.plimsoll.source.Location;
import dev.plimsoll.yaml.YamlDocument;
import dev.plimsoll.yaml.YamlEntry;
import dev.plimsoll.yaml.YamlFile;
import dev.plimsoll.yaml.YamlNode;
import dev.plimsoll.yaml.YamlScalar;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * A Role or ClusterRole of an account that deploys.
 *
 * @param namespace where it holds; empty for everywhere
 * @param own what it grants
 * @param others what the same accounts are granted beside it
 */
record DeployRole(
    YamlFile file,
    YamlNode node,
    String kind,
    String name,
    String namespace,
    List<Grant> own,
    List<Grant> others) {

  private static final Set<String> GENEROUS = Set.of("cluster-admin", "admin", "edit");
  private static final List<String> WRITING = List.of("create", "update", "patch");

  /**
   * The roles that let an account deploy. One is told by the words of its name, or of an account
   * that has it, and by what it may write.
   */
  static List<DeployRole> all(Estate estate, List<String> words) {
    List<Described> roles = new ArrayList<>();
    List<Binding> bindings = new ArrayList<>();
    for (YamlFile file : estate.plainFiles().manifests()) {
      for (YamlDocument document : file.documents()) {
        YamlNode root = document.root();
        if (root != null) {
          read(file, root, roles, bindings);
        }
      }
    }
    List<DeployRole> found = new ArrayList<>();
    for (Described role : roles) {
      Set<String> accounts = new HashSet<>();
      bindings.stream().filter(role::isBoundBy).forEach(each -> accounts.addAll(each.subjects()));
      boolean isNamed = hasWord(role.name(), words) || hasWord(String.join(" ", accounts), words);
      if (isNamed && isWriter(role.grants())) {
        found.add(role.with(others(role, accounts, roles, bindings)));
      }
    }
    return found;
  }

  /** Whether this role, or another of the same accounts, allows something. */
  boolean allows(String group, String resource, String verb) {
    return own.stream().anyMatch(grant -> grant.allows(group, resource, verb))
        || others.stream().anyMatch(grant -> grant.allows(group, resource, verb));
  }

  /** The grant that a verb for a resource would be added to. */
  Optional<Grant> grantFor(String group, String resource) {
    return own.stream()
        .filter(grant -> grant.covers(group, resource))
        .filter(grant -> grant.verbs().isPresent())
        .findFirst();
  }

  /** Where the role is said. */
  Location place() {
    return file.source()
        .at(
            StructFields.find(node, "rules")
                .map(entry -> entry.key().span())
                .orElseGet(node::span));
  }

  private record Described(
      YamlFile file,
      YamlNode node,
      String kind,
      String name,
      String namespace,
      List<Grant> grants) {

    boolean isBoundBy(Binding binding) {
      boolean isThere =
          kind.equals("ClusterRole")
              || namespace.isEmpty()
              || namespace.equals(binding.namespace());
      return kind.equals(binding.roleKind()) && name.equals(binding.role()) && isThere;
    }

    DeployRole with(List<Grant> others) {
      return new DeployRole(file, node, kind, name, namespace, grants, others);
    }
  }

  /** What is bound to whom; the namespace is empty where it holds everywhere. */
  private record Binding(String namespace, String roleKind, String role, List<String> subjects) {}

  private static void read(
      YamlFile file, YamlNode root, List<Described> roles, List<Binding> bindings) {
    String kind = text(root, "kind");
    String name = text(root, "metadata", "name");
    String namespace = kind.startsWith("Cluster") ? "" : text(root, "metadata", "namespace");
    if (kind.equals("Role") || kind.equals("ClusterRole")) {
      // An aggregated role has the grants of others, which may be anywhere.
      if (StructFields.find(root, "aggregationRule").isEmpty()) {
        roles.add(new Described(file, root, kind, name, namespace, Grant.of(root)));
      }
    } else if (kind.equals("RoleBinding") || kind.equals("ClusterRoleBinding")) {
      List<String> subjects = new ArrayList<>();
      for (YamlNode subject :
          StructFields.find(root, "subjects")
              .map(YamlEntry::value)
              .map(StructFields::items)
              .orElse(List.of())) {
        subjects.add(text(subject, "namespace") + " " + text(subject, "name"));
      }
      bindings.add(
          new Binding(
              namespace, text(root, "roleRef", "kind"), text(root, "roleRef", "name"), subjects));
    }
  }

  private static List<Grant> others(
      Described role, Set<String> accounts, List<Described> roles, List<Binding> bindings) {
    List<Grant> others = new ArrayList<>();
    for (Binding binding : bindings) {
      boolean isHere =
          binding.namespace().isEmpty() || binding.namespace().equals(role.namespace());
      if (!isHere || binding.subjects().stream().noneMatch(accounts::contains)) {
        continue;
      }
      if (GENEROUS.contains(binding.role())) {
        others.add(Grant.ALL);
      }
      roles.stream()
          .filter(each -> each.isBoundBy(binding))
          .forEach(each -> others.addAll(each.grants()));
    }
    return others;
  }

  private static boolean isWriter(List<Grant> grants) {
    return grants.stream()
        .anyMatch(grant ->
            WRITING.stream()
                .anyMatch(verb ->
                    grant.allows("apps", "deployments", verb)
                        || grant.allows("apps", "statefulsets", verb)
                        || grant.allows("", "secrets", verb)));
  }

  private static boolean hasWord(String names, List<String> words) {
    for (String word : names.toLowerCase(Locale.ROOT).split("[^a-z0-9]+", -1)) {
      if (words.contains(word)) {
        return true;
      }
    }
    return false;
  }

  private static String text(YamlNode root, String... path) {
    return StructFields.find(root, path)
        .map(entry -> StructFields.resolve(entry.value()))
        .map(node -> node instanceof YamlScalar scalar ? scalar.text() : "")
        .orElse("");
  }
}
