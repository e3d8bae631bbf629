package dev.plimsoll.deploy.cluster;

import dev.plimsoll.deploy.json.Json;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Secrets or ConfigMaps beside the objects of a release. */
final class ObjectStorage implements ReleaseStorage {

  /** What the API server takes as the data of an object. */
  private static final long LARGEST = 1_048_576;

  private final Cluster cluster;
  private final Kind kind;

  /** Which of the two. */
  enum Kind {
    SECRET("secrets"),
    CONFIGMAP("configmaps");

    private final String resource;

    Kind(String resource) {
      this.resource = resource;
    }
  }

  ObjectStorage(Cluster cluster, Kind kind) {
    this.cluster = cluster;
    this.kind = kind;
  }

  @Override
  public String driver() {
    return kind.name();
  }

  @Override
  public Optional<String> resource() {
    return Optional.of(kind.resource);
  }

  @Override
  public long largestRecord() {
    return LARGEST;
  }

  @Override
  public List<JsonNode> records(String namespace, String release) throws ClusterFailure {
    return cluster.list(collection(namespace), "owner=helm,name=" + release);
  }

  @Override
  public String name(JsonNode record) {
    return Json.text(record, "metadata", "name");
  }

  @Override
  public String body(JsonNode record) {
    String data = Json.text(record, "data", "release");
    return kind == Kind.SECRET
        ? new String(Base64.getDecoder().decode(data), StandardCharsets.US_ASCII)
        : data;
  }

  @Override
  public void replace(JsonNode record, String body, String status) throws ClusterFailure {
    ObjectNode object = (ObjectNode) record.deepCopy();
    ((ObjectNode) object.path("metadata").path("labels")).put("status", status);
    ((ObjectNode) object.path("data"))
        .put(
            "release",
            kind == Kind.SECRET
                ? Base64.getEncoder().encodeToString(body.getBytes(StandardCharsets.US_ASCII))
                : body);
    cluster.replace(path(object), typed(object));
  }

  @Override
  public boolean create(JsonNode record) throws ClusterFailure {
    ObjectNode object = (ObjectNode) record.deepCopy();
    ((ObjectNode) object.path("metadata"))
        .remove(List.of("resourceVersion", "uid", "creationTimestamp", "managedFields"));
    if (cluster.find(path(object)).isPresent()) {
      return false;
    }
    cluster.create(collection(Json.text(object, "metadata", "namespace")), typed(object));
    return true;
  }

  /** The items of a list do not say what they are. */
  private ObjectNode typed(ObjectNode object) {
    return object.put("apiVersion", "v1").put("kind", kind == Kind.SECRET ? "Secret" : "ConfigMap");
  }

  private String path(JsonNode object) {
    return collection(Json.text(object, "metadata", "namespace")) + "/" + name(object);
  }

  private String collection(String namespace) {
    return "/api/v1/namespaces/" + namespace + "/" + kind.resource;
  }
}
