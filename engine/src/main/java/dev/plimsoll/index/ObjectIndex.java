package dev.plimsoll.index;

import dev.plimsoll.diagnostic.Affected;
import dev.plimsoll.manifest.KubernetesObject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The objects of an estate: read once, shared by all rules. Immutable. */
public final class ObjectIndex {

  private final List<ReleaseObjects> releases;
  private final List<ClusterObjects> clusters;

  private ObjectIndex(List<ReleaseObjects> releases, List<ClusterObjects> clusters) {
    this.releases = releases;
    this.clusters = clusters;
  }

  public static ObjectIndex of(List<ReleaseInstance> instances) {
    List<ReleaseObjects> releases = ReleaseObjects.all(instances);
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
    List<ClusterObjects> clusters = new ArrayList<>();
    together.forEach((place, there) -> clusters.add(new ClusterObjects(place, there)));
    return new ObjectIndex(List.copyOf(releases), List.copyOf(clusters));
  }

  /** Every render once. */
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
