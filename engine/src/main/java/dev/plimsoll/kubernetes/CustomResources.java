package dev.plimsoll.kubernetes;

import dev.plimsoll.yaml.YamlNode;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The kinds that custom resource definitions make. Thread-safe. */
public final class CustomResources {

  /** No definitions. */
  public static final CustomResources NONE = new CustomResources(Map.of());

  private final Map<String, Part> versions;
  private final Map<String, ApiResource> known = new ConcurrentHashMap<>();

  private CustomResources(Map<String, Part> versions) {
    this.versions = Map.copyOf(versions);
  }

  /** The kinds of some definitions; anything that is none is left out. */
  public static CustomResources of(Iterable<YamlNode> definitions) {
    Map<String, Part> versions = new HashMap<>();
    for (YamlNode node : definitions) {
      add(Part.root(node), versions);
    }
    return new CustomResources(versions);
  }

  private static void add(Part object, Map<String, Part> versions) {
    if (object.text("kind", "").equals("List")) {
      object.list("items").forEach(item -> add(item, versions));
      return;
    }
    String group = object.at("spec", "group").flatMap(Part::text).orElse("");
    String kind = object.at("spec", "names", "kind").flatMap(Part::text).orElse("");
    if (object.text("kind", "").equals("CustomResourceDefinition") && !group.isEmpty()) {
      for (Part version : object.get("spec").orElseThrow().list("versions")) {
        if (version.isTrue("served")) {
          versions.putIfAbsent(group + "/" + version.text("name", "") + " " + kind, version);
        }
      }
    }
  }

  /** These, and those that are only in another set. */
  public CustomResources and(CustomResources others) {
    if (versions.isEmpty()) {
      return others;
    }
    if (others.versions.isEmpty()) {
      return this;
    }
    Map<String, Part> all = new HashMap<>(others.versions);
    all.putAll(versions);
    return new CustomResources(all);
  }

  /** A kind; empty if no definition makes it. */
  Optional<ApiResource> resource(String apiVersion, String kind, KubernetesSchemas own) {
    Part version = versions.get(apiVersion + " " + kind);
    if (version == null) {
      return Optional.empty();
    }
    return Optional.of(
        known.computeIfAbsent(
            own.minor() + " " + apiVersion + " " + kind,
            _ -> new ApiResource(apiVersion, kind, true, schema(version, own))));
  }

  private static Schema schema(Part version, KubernetesSchemas own) {
    return version
        .at("schema", "openAPIV3Schema")
        .map(part -> CustomSchema.ofObject(part, own))
        .orElseGet(Schema.Anything::new);
  }
}
