package dev.plimsoll.cel.policy;

import dev.plimsoll.cel.value.CelList;
import dev.plimsoll.cel.value.CelMap;
import java.util.ArrayList;
import java.util.List;

/** Reads {@code matchConstraints} and {@code matchResources}. */
final class MatchResourcesReader {

  private MatchResourcesReader() {}

  static MatchResources read(CelMap match) {
    return new MatchResources(
        selector(match, "namespaceSelector"),
        selector(match, "objectSelector"),
        rules(match, "resourceRules"),
        rules(match, "excludeResourceRules"),
        "Exact".equals(match.get("matchPolicy")));
  }

  private static LabelSelector selector(CelMap match, String field) {
    return match.get(field) instanceof CelMap selector
        ? LabelSelector.of(selector)
        : LabelSelector.EVERYTHING;
  }

  private static List<ResourceRule> rules(CelMap match, String field) {
    List<ResourceRule> rules = new ArrayList<>();
    if (match.get(field) instanceof CelList items) {
      for (Object item : items.items()) {
        if (item instanceof CelMap rule) {
          rules.add(
              new ResourceRule(
                  texts(rule, "apiGroups"),
                  texts(rule, "apiVersions"),
                  texts(rule, "operations"),
                  texts(rule, "resources"),
                  texts(rule, "resourceNames"),
                  rule.get("scope") instanceof String scope ? scope : "*"));
        }
      }
    }
    return rules;
  }

  private static List<String> texts(CelMap rule, String field) {
    List<String> texts = new ArrayList<>();
    if (rule.get(field) instanceof CelList list) {
      list.items().forEach(item -> texts.add(item.toString()));
    }
    return texts;
  }
}
