package dev.plimsoll.deploy.plan;

import dev.plimsoll.deploy.cluster.ApiResources;
import dev.plimsoll.deploy.cluster.Cluster;
import dev.plimsoll.deploy.cluster.ClusterFailure;
import dev.plimsoll.deploy.cluster.ObjectKey;
import dev.plimsoll.deploy.json.Json;
import dev.plimsoll.deploy.json.ManifestJson;
import dev.plimsoll.deploy.plan.ObjectChange.Action;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/**
 * What applying a manifest changes on a cluster, of three states: what was applied last, what is
 * there, and what is wanted. The API server itself is asked what would become of each object, so
 * its defaults are no changes, and what it would refuse is known before.
 */
public final class LiveDiff {

  private static final String MANAGER = "plimsoll-plan";
  private static final String KEEP = "helm.sh/resource-policy";

  private final Cluster cluster;
  private final ApiResources resources;
  private final String namespace;
  private final Mask mask;
  private final boolean namespaceExists;

  /**
   * @param namespace of the release
   */
  public LiveDiff(Cluster cluster, ApiResources resources, String namespace, Mask mask)
      throws ClusterFailure {
    this.cluster = cluster;
    this.resources = resources;
    this.namespace = namespace;
    this.mask = mask;
    this.namespaceExists = cluster.find("/api/v1/namespaces/" + namespace).isPresent();
  }

  /** Whether the namespace of the release is still missing. */
  public boolean createsNamespace() {
    return !namespaceExists;
  }

  /** The changes, by object. */
  public List<ObjectChange> compute(String earlier, String wanted) throws ClusterFailure {
    Map<ObjectKey, JsonNode> old = byKey(earlier);
    Map<ObjectKey, JsonNode> fresh = byKey(wanted);
    List<ObjectChange> changes = new ArrayList<>();
    for (Map.Entry<ObjectKey, JsonNode> entry : fresh.entrySet()) {
      Optional<JsonNode> applied =
          old.entrySet().stream()
              .filter(each -> each.getKey().isSameObject(entry.getKey()))
              .map(Map.Entry::getValue)
              .findFirst();
      changes.add(change(entry.getKey(), entry.getValue(), applied));
    }
    for (Map.Entry<ObjectKey, JsonNode> entry : old.entrySet()) {
      if (fresh.keySet().stream().noneMatch(key -> key.isSameObject(entry.getKey()))) {
        deletion(entry.getKey(), entry.getValue()).ifPresent(changes::add);
      }
    }
    return changes;
  }

  private Map<ObjectKey, JsonNode> byKey(String manifest) throws ClusterFailure {
    Map<ObjectKey, JsonNode> objects = new TreeMap<>();
    for (JsonNode object : ManifestJson.withoutHooks(manifest)) {
      ObjectKey key = ObjectKey.of(object, namespace);
      boolean isClusterWide =
          resources
              .find(key.apiVersion(), key.kind())
              .map(resource -> !resource.namespaced())
              .orElse(false);
      objects.put(
          isClusterWide ? new ObjectKey(key.apiVersion(), key.kind(), "", key.name()) : key,
          object);
    }
    return objects;
  }

  private ObjectChange change(ObjectKey key, JsonNode wanted, Optional<JsonNode> applied)
      throws ClusterFailure {
    Optional<ApiResources.Resource> resource = resources.find(key.apiVersion(), key.kind());
    if (resource.isEmpty()) {
      return refused(
          key, "The cluster does not serve " + key.kind() + " of " + key.apiVersion() + ".");
    }
    boolean cannotBeThere = key.namespace().equals(namespace) && !namespaceExists;
    if (cannotBeThere) {
      return new ObjectChange(key, Action.CREATE, List.of(), "");
    }
    String path = resource.get().path(key.namespace(), key.name());
    Optional<JsonNode> live = cluster.find(path);
    JsonNode result;
    try {
      result = cluster.tryApply(path, wanted, MANAGER, true);
    } catch (ClusterFailure failure) {
      if (failure.isTransient() || failure.kind() == ClusterFailure.Kind.UNAUTHORIZED) {
        throw failure;
      }
      return refused(key, mask.forKind(key.kind()).text(failure.reason()));
    }
    if (live.isEmpty()) {
      return new ObjectChange(key, Action.CREATE, List.of(), "");
    }
    Mask ofKind = mask.forKind(key.kind());
    List<FieldChange> fields = new ArrayList<>(ObjectDiff.of(live.get(), result, ofKind));
    applied.ifPresent(last -> fields.addAll(ObjectDiff.removed(last, wanted, live.get(), ofKind)));
    return new ObjectChange(key, fields.isEmpty() ? Action.UNCHANGED : Action.UPDATE, fields, "");
  }

  private static ObjectChange refused(ObjectKey key, String why) {
    return new ObjectChange(key, Action.REFUSED, List.of(), why);
  }

  private Optional<ObjectChange> deletion(ObjectKey key, JsonNode applied) throws ClusterFailure {
    if (resources.object(key).isEmpty()) {
      return Optional.empty();
    }
    boolean stays = Json.text(applied, "metadata", "annotations", KEEP).equals("keep");
    return Optional.of(new ObjectChange(key, stays ? Action.KEEP : Action.DELETE, List.of(), ""));
  }
}
