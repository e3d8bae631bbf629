package dev.plimsoll.deploy.cluster;

import dev.plimsoll.deploy.json.Json;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/** What a cluster serves, asked once for each API version. */
public final class ApiResources {

  /**
   * A kind that is served.
   *
   * @param plural its name in paths
   */
  public record Resource(String apiVersion, String plural, boolean namespaced) {

    /** The path of the collection. */
    public String collection(String namespace) {
      String base = apiVersion.contains("/") ? "/apis/" + apiVersion : "/api/" + apiVersion;
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
    Map<String, Resource> kinds = known.get(apiVersion);
    if (kinds == null) {
      kinds = read(apiVersion);
      known.put(apiVersion, kinds);
    }
    return Optional.ofNullable(kinds.get(kind));
  }

  private Map<String, Resource> read(String apiVersion) throws ClusterFailure {
    Map<String, Resource> kinds = new LinkedHashMap<>();
    String path = apiVersion.contains("/") ? "/apis/" + apiVersion : "/api/" + apiVersion;
    Optional<JsonNode> answer = cluster.find(path);
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
    Map<String, Resource> kinds = known.get(version);
    if (kinds == null) {
      kinds = read(version);
      known.put(version, kinds);
    }
    kinds.keySet().forEach(kind -> versions.add(version + "/" + kind));
  }
}
