package dev.plimsoll.deploy.cluster;

import dev.plimsoll.deploy.json.Json;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The revisions of one release, where Helm keeps them. */
public final class ReleaseStore {

  /** No release of Helm is larger, as the API server takes no larger object. */
  private static final int MAX_SIZE = 64 << 20;

  private final Cluster cluster;
  private final Driver driver;
  private final String namespace;
  private final String release;

  /** Where Helm keeps releases: {@code HELM_DRIVER}. */
  public enum Driver {
    SECRET("secrets"),
    CONFIGMAP("configmaps");

    private final String resource;

    Driver(String resource) {
      this.resource = resource;
    }

    /** The resource as RBAC names it. */
    public String resource() {
      return resource;
    }

    /** The driver of this name; empty for one that is not read here. */
    public static Optional<Driver> of(String name) {
      return switch (name) {
        case "", "secret", "secrets" -> Optional.of(SECRET);
        case "configmap", "configmaps" -> Optional.of(CONFIGMAP);
        default -> Optional.empty();
      };
    }
  }

  public ReleaseStore(Cluster cluster, Driver driver, String namespace, String release) {
    this.cluster = cluster;
    this.driver = driver;
    this.namespace = namespace;
    this.release = release;
  }

  public Driver driver() {
    return driver;
  }

  /** Every revision that is kept, oldest first. */
  public List<ReleaseRevision> revisions() throws ClusterFailure {
    List<ReleaseRevision> revisions = new ArrayList<>();
    for (JsonNode object : objects()) {
      revisions.add(revision(object));
    }
    revisions.sort(Comparator.comparingInt(ReleaseRevision::revision));
    return revisions;
  }

  /** The objects that hold the revisions, as a backup wants them. */
  public List<JsonNode> objects() throws ClusterFailure {
    return cluster.list(collection(), "owner=helm,name=" + release);
  }

  /** The newest revision, whatever became of it. */
  public Optional<ReleaseRevision> last() throws ClusterFailure {
    List<ReleaseRevision> revisions = revisions();
    return revisions.isEmpty() ? Optional.empty() : Optional.of(revisions.getLast());
  }

  /** The newest revision that is deployed. */
  public Optional<ReleaseRevision> deployed() throws ClusterFailure {
    return deployed(revisions());
  }

  /** The newest of these revisions that is deployed. */
  public static Optional<ReleaseRevision> deployed(List<ReleaseRevision> revisions) {
    return revisions.reversed().stream().filter(ReleaseRevision::isDeployed).findFirst();
  }

  /** The revision with a number. */
  public static Optional<ReleaseRevision> find(List<ReleaseRevision> revisions, int number) {
    return revisions.stream().filter(each -> each.revision() == number).findFirst();
  }

  /**
   * Says of a revision whose Helm has died that it failed, as Helm itself does when it is asked to
   * stop. Until then Helm refuses to touch the release.
   */
  public void markFailed(ReleaseRevision revision, String why) throws ClusterFailure {
    ObjectNode object = (ObjectNode) cluster.get(collection() + "/" + revision.object());
    ObjectNode content = (ObjectNode) decode(Json.text(object, "data", "release"));
    ObjectNode info = (ObjectNode) content.path("info");
    info.put("status", "failed");
    info.put("description", why);
    ((ObjectNode) object.path("metadata").path("labels")).put("status", "failed");
    ((ObjectNode) object.path("data")).put("release", encode(content));
    cluster.replace(collection() + "/" + revision.object(), object);
  }

  /** Brings back what {@link #objects} gave; what is there is left alone. */
  public int restore(List<JsonNode> objects) throws ClusterFailure {
    int restored = 0;
    for (JsonNode each : objects) {
      ObjectNode object = (ObjectNode) each.deepCopy();
      ObjectNode metadata = (ObjectNode) object.path("metadata");
      metadata.remove(List.of("resourceVersion", "uid", "creationTimestamp", "managedFields"));
      object.put("apiVersion", "v1");
      object.put("kind", driver == Driver.SECRET ? "Secret" : "ConfigMap");
      String path = collection() + "/" + Json.text(metadata, "name");
      if (cluster.find(path).isEmpty()) {
        cluster.create(collection(), object);
        restored++;
      }
    }
    return restored;
  }

  private String collection() {
    return "/api/v1/namespaces/" + namespace + "/" + driver.resource;
  }

  private ReleaseRevision revision(JsonNode object) throws ClusterFailure {
    String stored = Json.text(object, "data", "release");
    JsonNode content = decode(stored);
    return new ReleaseRevision(
        Json.text(object, "metadata", "name"),
        content.path("version").asInt(0),
        Json.text(content, "info", "status"),
        Json.digest(stored),
        content);
  }

  private JsonNode decode(String stored) throws ClusterFailure {
    try {
      byte[] bytes = Base64.getDecoder().decode(stored);
      if (driver == Driver.SECRET) {
        bytes = Base64.getDecoder().decode(bytes);
      }
      // Very old releases are not compressed.
      if (bytes.length > 2 && bytes[0] == 0x1f && (bytes[1] & 0xff) == 0x8b) {
        try (GZIPInputStream zipped = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
          bytes = zipped.readNBytes(MAX_SIZE);
        }
      }
      return Json.parse(new String(bytes, StandardCharsets.UTF_8));
    } catch (IllegalArgumentException | IOException | Json.Malformed e) {
      throw new ClusterFailure(
          ClusterFailure.Kind.OTHER,
          "What is stored of the release `" + release + "` in `" + namespace + "` cannot be read.");
    }
  }

  private String encode(JsonNode content) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream zipped = new GZIPOutputStream(bytes)) {
      zipped.write(Json.line(content).getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new IllegalStateException("Writing to memory cannot fail", e);
    }
    byte[] once = Base64.getEncoder().encode(bytes.toByteArray());
    return driver == Driver.SECRET
        ? Base64.getEncoder().encodeToString(once)
        : new String(once, StandardCharsets.US_ASCII);
  }
}
