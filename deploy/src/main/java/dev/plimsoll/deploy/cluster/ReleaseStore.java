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

  private final ReleaseStorage storage;
  private final String namespace;
  private final String release;

  public ReleaseStore(ReleaseStorage storage, String namespace, String release) {
    this.storage = storage;
    this.namespace = namespace;
    this.release = release;
  }

  /** Where they are. */
  public ReleaseStorage storage() {
    return storage;
  }

  /** Every revision that is kept, oldest first. */
  public List<ReleaseRevision> revisions() throws ClusterFailure {
    return revisions(records());
  }

  /** The revisions of some records, oldest first. */
  public List<ReleaseRevision> revisions(List<JsonNode> records) throws ClusterFailure {
    List<ReleaseRevision> revisions = new ArrayList<>();
    for (JsonNode record : records) {
      revisions.add(revision(record));
    }
    revisions.sort(Comparator.comparingInt(ReleaseRevision::revision));
    return revisions;
  }

  /** What holds the revisions, as a backup wants it. */
  public List<JsonNode> records() throws ClusterFailure {
    return storage.records(namespace, release);
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
   * Says of the newest revision that it failed, if helm was at work on it. One that is being taken
   * away is left as it is: helm goes on with that where it has stopped.
   */
  public void markPendingFailed(String why) throws ClusterFailure {
    Optional<ReleaseRevision> last = last();
    if (last.isPresent() && last.get().status().startsWith(ReleaseRevision.PENDING)) {
      markFailed(last.get(), why);
    }
  }

  /**
   * Says of a revision whose Helm has died that it failed, as Helm itself does when it is asked to
   * stop. Until then Helm refuses to touch the release.
   */
  public void markFailed(ReleaseRevision revision, String why) throws ClusterFailure {
    for (JsonNode record : records()) {
      if (storage.name(record).equals(revision.object())) {
        ObjectNode content = (ObjectNode) decode(record);
        ObjectNode info = (ObjectNode) content.path("info");
        info.put("status", "failed");
        info.put("description", why);
        storage.replace(record, encode(content), "failed");
        return;
      }
    }
    throw new ClusterFailure(
        ClusterFailure.Kind.NOT_FOUND, "Revision " + revision.revision() + " is gone.");
  }

  /** Brings back what {@link #records} gave; what is there is left alone. */
  public int restore(List<JsonNode> records) throws ClusterFailure {
    int restored = 0;
    for (JsonNode record : records) {
      restored += storage.create(record) ? 1 : 0;
    }
    return restored;
  }

  private ReleaseRevision revision(JsonNode record) throws ClusterFailure {
    JsonNode content = decode(record);
    return new ReleaseRevision(
        storage.name(record),
        content.path("version").asInt(0),
        Json.text(content, "info", "status"),
        Json.digest(storage.body(record)),
        content);
  }

  private JsonNode decode(JsonNode record) throws ClusterFailure {
    try {
      byte[] bytes = Base64.getDecoder().decode(storage.body(record));
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

  private static String encode(JsonNode content) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream zipped = new GZIPOutputStream(bytes)) {
      zipped.write(Json.line(content).getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new IllegalStateException("Writing to memory cannot fail", e);
    }
    return Base64.getEncoder().encodeToString(bytes.toByteArray());
  }
}
