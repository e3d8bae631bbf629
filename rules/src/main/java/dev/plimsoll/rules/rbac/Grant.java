package dev.plimsoll.rules.rbac;

import dev.plimsoll.chart.StructFields;
import dev.plimsoll.yaml.YamlNode;
import dev.plimsoll.yaml.YamlScalar;
import dev.plimsoll.yaml.YamlSequence;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One entry of the {@code rules} of a Role.
 *
 * @param verbs where its verbs stand; empty if it has none
 */
record Grant(
    List<String> groups, List<String> resources, List<String> allowed, Optional<YamlNode> verbs) {

  private static final String ANY = "*";

  /** Everything in every group. */
  static final Grant ALL = new Grant(List.of(ANY), List.of(ANY), List.of(ANY), Optional.empty());

  /** The grants of a role; those for objects that are named one by one are left out. */
  static List<Grant> of(YamlNode role) {
    List<Grant> grants = new ArrayList<>();
    for (YamlNode rule :
        StructFields.find(role, "rules")
            .map(entry -> StructFields.items(entry.value()))
            .orElse(List.of())) {
      if (texts(rule, "resourceNames").isEmpty()) {
        grants.add(
            new Grant(
                texts(rule, "apiGroups"),
                texts(rule, "resources"),
                texts(rule, "verbs"),
                StructFields.find(rule, "verbs").map(entry -> entry.value())));
      }
    }
    return grants;
  }

  /** Whether it is about a resource at all. */
  boolean covers(String group, String resource) {
    return has(groups, group) && has(resources, resource);
  }

  boolean allows(String group, String resource, String verb) {
    return covers(group, resource) && has(allowed, verb);
  }

  /** Whether it is about this resource and no other. */
  boolean isAbout(String resource) {
    return resources.equals(List.of(resource));
  }

  private static boolean has(List<String> items, String wanted) {
    return items.contains(wanted) || items.contains(ANY);
  }

  private static List<String> texts(YamlNode rule, String field) {
    List<String> texts = new ArrayList<>();
    StructFields.find(rule, field)
        .map(entry -> StructFields.resolve(entry.value()))
        .filter(YamlSequence.class::isInstance)
        .ifPresent(list -> {
          for (YamlNode item : StructFields.items(list)) {
            if (StructFields.resolve(item) instanceof YamlScalar scalar) {
              texts.add(scalar.text());
            }
          }
        });
    return texts;
  }
}
