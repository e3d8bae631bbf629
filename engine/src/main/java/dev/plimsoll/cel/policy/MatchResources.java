package dev.plimsoll.cel.policy;

import dev.plimsoll.cel.value.CelMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Which objects a policy or a binding is for.
 *
 * @param rules none for all objects
 * @param exact whether an object of another version of the same resource is another one
 */
record MatchResources(
    LabelSelector namespaceSelector,
    LabelSelector objectSelector,
    List<ResourceRule> rules,
    List<ResourceRule> excluded,
    boolean exact) {

  static final MatchResources EVERYTHING =
      new MatchResources(
          LabelSelector.EVERYTHING, LabelSelector.EVERYTHING, List.of(), List.of(), false);

  private static final String NAME_LABEL = "kubernetes.io/metadata.name";

  /** Whether it is for an object. */
  enum Match {
    YES,
    NO,
    /** That depends on labels of the namespace that are not known. */
    NAMESPACE_UNKNOWN,
    /** The API server would show the policy the object in another version. */
    OTHER_VERSION
  }

  MatchResources {
    rules = List.copyOf(rules);
    excluded = List.copyOf(excluded);
  }

  Match match(AdmissionObject object, AdmissionContext context) {
    Optional<Boolean> namespace = namespace(object, context);
    if (namespace.equals(Optional.of(false)) || !objectSelector.matches(object.labels())) {
      return Match.NO;
    }
    if (excluded.stream().anyMatch(rule -> rule.matches(object))) {
      return Match.NO;
    }
    if (!rules.isEmpty() && rules.stream().noneMatch(rule -> rule.matches(object))) {
      boolean similar = !exact && rules.stream().anyMatch(rule -> rule.matchesButVersion(object));
      return similar ? Match.OTHER_VERSION : Match.NO;
    }
    return namespace.isEmpty() ? Match.NAMESPACE_UNKNOWN : Match.YES;
  }

  private Optional<Boolean> namespace(AdmissionObject object, AdmissionContext context) {
    if (object.isNamespace()) {
      return Optional.of(matches(object.labels(), object.name()));
    }
    if (object.namespace().isEmpty() || namespaceSelector.requirements().isEmpty()) {
      return Optional.of(true);
    }
    for (AdmissionObject known : context.objects()) {
      if (known.isNamespace() && known.name().equals(object.namespace())) {
        return Optional.of(matches(known.labels(), known.name()));
      }
    }
    // The API server gives every namespace a label with its name.
    Map<String, String> labels = new HashMap<>();
    labels.put(NAME_LABEL, object.namespace());
    return namespaceSelector.matches(labels, key -> context.complete() || key.equals(NAME_LABEL));
  }

  private boolean matches(CelMap labels, String name) {
    Map<String, String> all = new HashMap<>();
    labels.keys().forEach(key -> all.put(key.toString(), String.valueOf(labels.get(key))));
    all.put(NAME_LABEL, name);
    return namespaceSelector.matches(all, _ -> true).orElse(false);
  }
}
