package dev.plimsoll.deploy.cluster;

import dev.plimsoll.deploy.json.Json;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The lock of one release on its cluster: a Lease beside the release. Whoever holds it renews it;
 * what is not renewed may be taken over. Times are those of the API server.
 */
public final class ReleaseLock {

  private static final Duration VALIDITY = Duration.ofSeconds(60);
  private static final DateTimeFormatter MICROS =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSSSS'Z'").withZone(ZoneOffset.UTC);

  private final Cluster cluster;
  private final String namespace;
  private final String name;
  private final String owner;

  /**
   * @param namespace where the lease is; that of the release, or one that is there already
   * @param owner who wants it, as others will see it
   */
  public ReleaseLock(Cluster cluster, String namespace, String release, String owner) {
    this.cluster = cluster;
    this.namespace = namespace;
    this.name = "plimsoll-" + release;
    this.owner = owner;
  }

  /**
   * Takes the lock, or renews it.
   *
   * @param takeOver whether that of another is taken who still renews it
   * @return who holds it instead, and since when; empty if it is ours
   */
  public Optional<String> acquire(boolean takeOver) throws ClusterFailure {
    Optional<JsonNode> found = cluster.find(path());
    try {
      if (found.isEmpty()) {
        cluster.create(collection(), lease(Json.object()));
        return Optional.empty();
      }
      JsonNode spec = found.get().path("spec");
      String holder = Json.text(spec, "holderIdentity");
      if (!holder.isEmpty() && !holder.equals(owner) && !isExpired(spec) && !takeOver) {
        return Optional.of(holder + " since " + Json.text(spec, "acquireTime"));
      }
      cluster.replace(path(), lease(found.get().path("metadata").deepCopy()));
      return Optional.empty();
    } catch (ClusterFailure failure) {
      if (failure.kind() == ClusterFailure.Kind.CONFLICT) {
        return Optional.of("someone who was faster");
      }
      throw failure;
    }
  }

  /** Whether the lock is still ours. */
  public boolean isHeld() throws ClusterFailure {
    return cluster
        .find(path())
        .map(lease -> Json.text(lease, "spec", "holderIdentity").equals(owner))
        .orElse(false);
  }

  /** Gives the lock back if it is ours. */
  public void release() throws ClusterFailure {
    if (isHeld()) {
      cluster.delete(path());
    }
  }

  private boolean isExpired(JsonNode spec) {
    try {
      Instant renewed = OffsetDateTime.parse(Json.text(spec, "renewTime")).toInstant();
      Duration validity = Duration.ofSeconds(spec.path("leaseDurationSeconds").asLong(60));
      return renewed.plus(validity).isBefore(cluster.clock().now());
    } catch (DateTimeException e) {
      return true;
    }
  }

  private ObjectNode lease(JsonNode metadata) {
    ObjectNode known = metadata.isObject() ? (ObjectNode) metadata : Json.object();
    known.put("name", name);
    known.put("namespace", namespace);
    known.remove("managedFields");
    String now = MICROS.format(cluster.clock().now());
    ObjectNode lease =
        Json.object().put("apiVersion", "coordination.k8s.io/v1").put("kind", "Lease");
    lease.set("metadata", known);
    lease.set(
        "spec",
        Json.object()
            .put("holderIdentity", owner)
            .put("leaseDurationSeconds", VALIDITY.toSeconds())
            .put("acquireTime", now)
            .put("renewTime", now));
    return lease;
  }

  private String collection() {
    return "/apis/coordination.k8s.io/v1/namespaces/" + namespace + "/leases";
  }

  private String path() {
    return collection() + "/" + name;
  }
}
