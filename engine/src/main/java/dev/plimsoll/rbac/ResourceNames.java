package dev.plimsoll.rbac;

import dev.plimsoll.kubernetes.ApiResource;
import dev.plimsoll.kubernetes.KubernetesSchemas;
import dev.plimsoll.manifest.KubernetesObject;
import dev.plimsoll.render.KubeVersion;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The names of kinds in roles: those of Kubernetes, those that definitions say, and guesses. */
public final class ResourceNames implements ResourceNaming {

  private final KubernetesSchemas own;
  private final Map<String, ResourceName> custom = new HashMap<>();

  /**
   * @param definitions custom resource definitions; anything else among them is passed over
   */
  public ResourceNames(KubeVersion kubernetes, Iterable<KubernetesObject> definitions) {
    this.own = KubernetesSchemas.forVersion(kubernetes);
    for (KubernetesObject definition : definitions) {
      if (definition.kind().equals("CustomResourceDefinition")) {
        add(definition);
      }
    }
  }

  @Override
  public ResourceName of(String apiVersion, String kind) {
    String group = ApiResource.group(apiVersion);
    Optional<ApiResource> known = own.resource(apiVersion, kind);
    if (known.isPresent()) {
      return new ResourceName(group, plural(kind), known.get().isNamespaced(), false);
    }
    ResourceName defined = custom.get(group + " " + kind);
    if (defined != null) {
      return defined;
    }
    boolean isOwn = own.hasGroup(group);
    return new ResourceName(group, plural(kind), !kind.startsWith("Cluster"), !isOwn);
  }

  private void add(KubernetesObject definition) {
    String group = definition.get("spec", "group").text().orElse("");
    definition
        .get("spec", "names", "kind")
        .text()
        .ifPresent(kind ->
            custom.put(
                group + " " + kind,
                new ResourceName(
                    group,
                    definition.get("spec", "names", "plural").text().orElseGet(() -> plural(kind)),
                    definition.get("spec", "scope").text().filter("Cluster"::equals).isEmpty(),
                    false)));
  }

  /** As Kubernetes forms it of a kind, which holds for all kinds of its own. */
  static String plural(String kind) {
    String lower = kind.toLowerCase(Locale.ROOT);
    if (lower.endsWith("endpoints")) {
      return lower;
    }
    if (lower.endsWith("s") || lower.endsWith("x") || lower.endsWith("ch")) {
      return lower + "es";
    }
    boolean isLongY = lower.matches(".*[aeiou]y");
    return lower.endsWith("y") && !isLongY
        ? lower.substring(0, lower.length() - 1) + "ies"
        : lower + "s";
  }
}
