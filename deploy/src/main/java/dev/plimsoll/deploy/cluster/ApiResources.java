package dev.plimsoll.deploy.cluster;

import dev.plimsoll.deploy.json.Json;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/** What a cluster serves, asked once for each API version; may be asked by several threads. */
public final class ApiResources {

  /**
   * A kind that is served.
   *
   * @param plural its name in paths
   */
  public record Resource(String apiVersion, String plural, boolean namespaced) {

    /** The path of the collection. */
    public String collection(String namespace) {
      String base = base(apiVersion);
      return namespaced ? base + "/namespaces/" + namespace + "/" + plural : base + "/" + plural;
    }

    /** The path of an object. */
    public String path(String namespace, String name) {
      return collection(namespace) + "/" + name;
    }

    /** The group as RBAC names it; empty for the core group. */
    public String group() {
      return apiVersion.contains("/") ? apiVersion.substring(0, apiVersion.indexOf('/')) : "";
    }
  }

  private final Cluster cluster;
  private final Map<String, Map<String, Resource>> known = new TreeMap<>();

  public ApiResources(Cluster cluster) {
    this.cluster = cluster;
  }

  /** How a kind is served; empty if it is not. */
  public Optional<Resource> find(String apiVersion, String kind) throws ClusterFailure {
    return Optional.ofNullable(kinds(apiVersion).get(kind));
  }

  /** An object as it is in the cluster; empty if it is not there or its kind is not served. */
  public Optional<JsonNode> object(ObjectKey key) throws ClusterFailure {
    Optional<Resource> resource = find(key.apiVersion(), key.kind());
    return resource.isEmpty()
        ? Optional.empty()
        : cluster.find(resource.get().path(key.namespace(), key.name()));
  }

  private synchronized Map<String, Resource> kinds(String apiVersion) throws ClusterFailure {
    Map<String, Resource> kinds = known.get(apiVersion);
    if (kinds == null) {
      kinds = read(apiVersion);
      known.put(apiVersion, kinds);
    }
    return kinds;
  }

  private Map<String, Resource> read(String apiVersion) throws ClusterFailure {
    Map<String, Resource> kinds = new LinkedHashMap<>();
    Optional<JsonNode> answer = cluster.find(base(apiVersion));
    for (JsonNode each : answer.map(list -> list.path("resources")).orElse(Json.array())) {
      String plural = Json.text(each, "name");
      if (!plural.contains("/")) {
        kinds.put(
            Json.text(each, "kind"),
            new Resource(apiVersion, plural, each.path("namespaced").asBoolean(false)));
      }
    }
    return kinds;
  }

  /** The API versions as {@code .Capabilities.APIVersions} has them: versions, and their kinds. */
  public List<String> versions() throws ClusterFailure {
    List<String> versions = new ArrayList<>();
    addVersion(versions, "v1");
    for (JsonNode group : cluster.get("/apis").path("groups")) {
      for (JsonNode version : group.path("versions")) {
        addVersion(versions, Json.text(version, "groupVersion"));
      }
    }
    return versions;
  }

  private void addVersion(List<String> versions, String version) throws ClusterFailure {
    versions.add(version);
    kinds(version).keySet().forEach(kind -> versions.add(version + "/" + kind));
  }

  /** Where an API version is served. */
  private static String base(String apiVersion) {
    return apiVersion.contains("/") ? "/apis/" + apiVersion : "/api/" + apiVersion;
  }
}
