package dev.plimsoll.deploy.plan;

import dev.plimsoll.deploy.cluster.ClusterIdentity;
import dev.plimsoll.deploy.json.Json;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What is to be done to one release on one cluster. Its canonical text names every file of the plan
 * with its digest, and the digest of that text is the hash of the plan: what people approve.
 *
 * @param createdAt when it was made
 * @param author who made it: a plan is not approved by its author
 * @param commit of the sources; empty outside a repository
 * @param environment of the release, with its profile
 * @param cluster its name in the project; may be empty
 * @param release the name that Helm has
 * @param identity which cluster it was made for
 * @param helm the version of the user's helm
 * @param chart {@code web-1.2.0}
 * @param live the revision that is installed; empty for a first installation
 * @param createsNamespace whether the namespace is made too
 * @param needs releases that must be there before, as {@code namespace/name}
 * @param values files of the plan in the order of {@code helm -f}
 * @param arguments options for helm that set single values
 * @param changes what becomes of each object
 * @param risks what a person should look at
 * @param files the digest of every other file of the plan
 */
public record Plan(
    Instant createdAt,
    String author,
    String commit,
    String environment,
    String profile,
    String cluster,
    String release,
    String namespace,
    ClusterIdentity identity,
    String helm,
    String chart,
    Optional<LiveRelease> live,
    boolean createsNamespace,
    List<String> needs,
    List<String> values,
    List<String> arguments,
    List<ObjectChange> changes,
    List<String> risks,
    Map<String, String> files) {

  static final int SCHEMA = 1;

  /**
   * What was installed when the plan was made.
   *
   * @param digest of what Helm has stored of it
   */
  public record LiveRelease(int revision, String status, String chart, String digest) {}

  public Plan {
    needs = List.copyOf(needs);
    values = List.copyOf(values);
    arguments = List.copyOf(arguments);
    changes = List.copyOf(changes);
    risks = List.copyOf(risks);
    files = Map.copyOf(new TreeMap<>(files));
  }

  /** The same with the digests of its files. */
  Plan withFiles(Map<String, String> digests) {
    return new Plan(
        createdAt,
        author,
        commit,
        environment,
        profile,
        cluster,
        release,
        namespace,
        identity,
        helm,
        chart,
        live,
        createsNamespace,
        needs,
        values,
        arguments,
        changes,
        risks,
        digests);
  }

  /** How many objects something is done to. */
  public long count(ObjectChange.Action action) {
    return changes.stream().filter(change -> change.action() == action).count();
  }

  /** Every namespace in which something is done, that of the release among them. */
  public Set<String> namespaces() {
    Set<String> namespaces = new TreeSet<>(Set.of(namespace));
    changes.forEach(change -> namespaces.add(change.key().namespace()));
    namespaces.remove("");
    return namespaces;
  }

  /** The release as others need it: {@code namespace/name}. */
  public String id() {
    return namespace + "/" + release;
  }

  /** {@code web in prod on prod-us}, for people. */
  public String title() {
    return release + " in " + environment + (cluster.isEmpty() ? "" : " on " + cluster);
  }

  /** The canonical form. */
  public JsonNode toJson() {
    ObjectNode json = Json.object();
    json.put("schemaVersion", SCHEMA);
    json.put("createdAt", createdAt.toString());
    json.put("author", author);
    json.put("commit", commit);
    json.set(
        "release",
        Json.object()
            .put("name", release)
            .put("namespace", namespace)
            .put("environment", environment)
            .put("profile", profile)
            .put("cluster", cluster)
            .put("createsNamespace", createsNamespace));
    json.set(
        "clusterIdentity",
        Json.object()
            .put("uid", identity.uid())
            .put("version", identity.version())
            .put("context", identity.context()));
    json.set("helm", Json.object().put("version", helm));
    json.put("chart", chart);
    live.ifPresent(found ->
        json.set(
            "live",
            Json.object()
                .put("revision", found.revision())
                .put("status", found.status())
                .put("chart", found.chart())
                .put("digest", found.digest())));
    json.set("needs", Json.texts(needs));
    json.set("values", Json.texts(values));
    json.set("arguments", Json.texts(arguments));
    ArrayNode objects = Json.array();
    changes.forEach(change -> objects.add(change.toJson()));
    json.set("changes", objects);
    json.set("risks", Json.texts(risks));
    ObjectNode digests = Json.object();
    files.forEach(digests::put);
    json.set("files", digests);
    return json;
  }

  static Plan of(JsonNode json) throws Json.Malformed {
    if (json.path("schemaVersion").asInt(0) != SCHEMA) {
      throw new Json.Malformed("it is no plan that this Plimsoll reads");
    }
    JsonNode release = json.path("release");
    JsonNode identity = json.path("clusterIdentity");
    JsonNode live = json.path("live");
    List<ObjectChange> changes = new ArrayList<>();
    json.path("changes").forEach(change -> changes.add(ObjectChange.of(change)));
    Map<String, String> files = new TreeMap<>();
    json.path("files")
        .properties()
        .forEach(file -> files.put(file.getKey(), file.getValue().asString("")));
    try {
      return new Plan(
          Instant.parse(Json.text(json, "createdAt")),
          Json.text(json, "author"),
          Json.text(json, "commit"),
          Json.text(release, "environment"),
          Json.text(release, "profile"),
          Json.text(release, "cluster"),
          Json.text(release, "name"),
          Json.text(release, "namespace"),
          new ClusterIdentity(
              Json.text(identity, "uid"),
              Json.text(identity, "version"),
              Json.text(identity, "context")),
          Json.text(json, "helm", "version"),
          Json.text(json, "chart"),
          live.isMissingNode()
              ? Optional.empty()
              : Optional.of(
                  new LiveRelease(
                      live.path("revision").asInt(),
                      Json.text(live, "status"),
                      Json.text(live, "chart"),
                      Json.text(live, "digest"))),
          release.path("createsNamespace").asBoolean(false),
          Settings.texts(json.path("needs")),
          Settings.texts(json.path("values")),
          Settings.texts(json.path("arguments")),
          changes,
          Settings.texts(json.path("risks")),
          files);
    } catch (DateTimeException | IllegalArgumentException e) {
      throw new Json.Malformed("it says something that no plan says");
    }
  }
}
