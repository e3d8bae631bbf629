package dev.plimsoll.index;

import dev.plimsoll.diagnostic.Affected;
import dev.plimsoll.index.ObjectIndex.Placed;
import dev.plimsoll.manifest.KubernetesObject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The objects of all releases of one environment on one cluster: they see each other. */
public final class ClusterObjects {

  /**
   * Where the objects stand.
   *
   * @param cluster empty where the project names none
   */
  public record Place(String environment, String cluster) {}

  private record Key(String group, String kind, String namespace, String name) {}

  private final Place place;
  private final Optional<ClusterFacts> facts;
  private final List<ReleaseObjects> releases;
  private final List<Placed> all = new ArrayList<>();
  private final Map<Key, Placed> byName = new LinkedHashMap<>();
  private final Map<String, List<Placed>> byKind = new LinkedHashMap<>();
  private final List<Workload> workloads;

  ClusterObjects(Place place, Optional<ClusterFacts> facts, List<ReleaseObjects> releases) {
    this.place = place;
    this.facts = facts;
    this.releases = List.copyOf(releases);
    for (ReleaseObjects release : releases) {
      for (KubernetesObject object : release.objects()) {
        Placed placed = new Placed(release, object);
        all.add(placed);
        byName.putIfAbsent(
            new Key(object.group(), object.kind(), placed.namespace(), object.name()), placed);
        byKind.computeIfAbsent(object.kind(), _ -> new ArrayList<>()).add(placed);
      }
    }
    workloads = List.copyOf(WorkloadIndex.of(this));
  }

  /**
   * Objects of one namespace that no estate has, such as those of a live cluster.
   *
   * @param namespace of those that name none
   */
  public static ClusterObjects of(String namespace, List<KubernetesObject> objects) {
    ReleaseObjects all =
        new ReleaseObjects(Optional.empty(), namespace, List.of(), List.of(), objects);
    return new ClusterObjects(new Place("", ""), Optional.empty(), List.of(all));
  }

  public Place place() {
    return place;
  }

  /** What the project file says of the cluster. */
  public Optional<ClusterFacts> facts() {
    return facts;
  }

  public List<ReleaseObjects> releases() {
    return releases;
  }

  public List<Placed> all() {
    return all;
  }

  /** Those of a kind, of whatever group. */
  public List<Placed> ofKind(String kind) {
    return byKind.getOrDefault(kind, List.of());
  }

  /** Everything that makes pods, in the order of the releases. */
  public List<Workload> workloads() {
    return workloads;
  }

  /** The object of this name that a release brings. */
  public Optional<Placed> find(String group, String kind, String namespace, String name) {
    return Optional.ofNullable(byName.get(new Key(group, kind, namespace, name)));
  }

  /** Whether a release brings this object. */
  public boolean has(String group, String kind, String namespace, String name) {
    return byName.containsKey(new Key(group, kind, namespace, name));
  }

  /** The cells of a release in this place. */
  public List<Affected> cells(ReleaseObjects release) {
    return release.cells().stream()
        .filter(cell ->
            cell.environment().equals(place.environment())
                && cell.cluster().equals(place.cluster()))
        .toList();
  }
}
