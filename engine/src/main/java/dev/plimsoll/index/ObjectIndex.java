package dev.plimsoll.index;

import dev.plimsoll.diagnostic.Affected;
import dev.plimsoll.manifest.KubernetesObject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The objects of an estate: read once, shared by all rules. Immutable. */
public final class ObjectIndex {

  private static final Set<String> GROUPS_OF_CLUSTERS =
      Set.of("rbac.authorization.k8s.io", "admissionregistration.k8s.io");
  private static final Set<String> KINDS_OF_CLUSTERS =
      Set.of("ServiceAccount", "ResourceQuota", "LimitRange", "Namespace");

  private final List<ReleaseObjects> releases;
  private final List<ClusterObjects> clusters;

  private ObjectIndex(List<ReleaseObjects> releases, List<ClusterObjects> clusters) {
    this.releases = releases;
    this.clusters = clusters;
  }

  /** The objects of all releases, and of the files beside them. */
  public static ObjectIndex of(Estate estate) {
    return of(estate, new ObjectMemory());
  }

  /** The same with objects that are known from before. */
  public static ObjectIndex of(Estate estate, ObjectMemory memory) {
    List<ReleaseObjects> releases = new ArrayList<>(ReleaseObjects.all(estate, memory));
    Map<ClusterObjects.Place, List<ReleaseObjects>> together = new LinkedHashMap<>();
    for (ReleaseObjects release : releases) {
      for (Affected cell : release.cells()) {
        together
            .computeIfAbsent(
                new ClusterObjects.Place(cell.environment(), cell.cluster()),
                _ -> new ArrayList<>())
            .add(release);
      }
    }
    List<ReleaseObjects> files = files(estate, memory);
    if (together.isEmpty() && !files.isEmpty()) {
      together.put(new ClusterObjects.Place("", ""), new ArrayList<>());
    }
    List<ClusterObjects> clusters = new ArrayList<>();
    together.forEach((place, there) -> {
      there.addAll(files);
      Optional<ClusterFacts> facts = Optional.ofNullable(estate.clusters().get(place.cluster()));
      clusters.add(memory.cluster(place, facts, there));
    });
    releases.addAll(files);
    return new ObjectIndex(List.copyOf(releases), List.copyOf(clusters));
  }

  /**
   * Beside charts, files say what a cluster is given by other hands; whether a Deployment among
   * them is ever applied nobody knows. Alone they are what there is to check.
   */
  private static List<ReleaseObjects> files(Estate estate, ObjectMemory memory) {
    boolean isAlone = estate.releases().isEmpty() && estate.charts().isEmpty();
    return estate.plainFiles().manifests().stream()
        .map(file -> memory.file(file, isAlone, estate.pods()))
        .filter(file -> !file.objects().isEmpty())
        .toList();
  }

  static boolean isOfCluster(KubernetesObject object) {
    return GROUPS_OF_CLUSTERS.contains(object.group())
        || (object.group().isEmpty() && KINDS_OF_CLUSTERS.contains(object.kind()));
  }

  /** Every render once, then every file. */
  public List<ReleaseObjects> releases() {
    return releases;
  }

  /** What stands together in one environment on one cluster, each place once. */
  public List<ClusterObjects> clusters() {
    return clusters;
  }

  /** An object with the release that brings it. */
  public record Placed(ReleaseObjects release, KubernetesObject object) {

    public String namespace() {
      return release.namespaceOf(object);
    }
  }
}
