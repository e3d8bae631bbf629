package dev.plimsoll.index;

import dev.plimsoll.diagnostic.Affected;
import dev.plimsoll.manifest.KubernetesObject;
import dev.plimsoll.manifest.PodKinds;
import dev.plimsoll.render.Manifest;
import dev.plimsoll.render.RenderedChart;
import dev.plimsoll.source.Location;
import dev.plimsoll.yaml.YamlFile;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;

/**
 * The objects of an estate from one analysis to the next: a render that is the same gives the same
 * objects, and a place where nothing changed is the same place, so whatever was found out about
 * them can be found again by identity. What one analysis did not ask for is forgotten after it.
 */
public final class ObjectMemory {

  private IdentityHashMap<RenderedChart, List<KubernetesObject>> known = new IdentityHashMap<>();
  private IdentityHashMap<RenderedChart, List<KubernetesObject>> before = new IdentityHashMap<>();
  private PodKinds pods = PodKinds.KNOWN;
  private final Remembered<ReleaseKey, ReleaseObjects> releases = new Remembered<>();
  private final Remembered<FileKey, ReleaseObjects> files = new Remembered<>();
  private final Remembered<ClusterKey, ClusterObjects> clusters = new Remembered<>();

  /**
   * Everything that makes a release another one for those who read its objects: the render decides
   * the chart and the values.
   *
   * @param placed what the project or a helmfile says of each cell
   */
  private record ReleaseKey(
      Identity render, PodKinds pods, String namespace, List<Placed> placed) {}

  private record Placed(Affected cell, Optional<Location> namespacePlace, Identity helmfile) {}

  private record FileKey(Identity file, boolean isAlone, PodKinds pods) {}

  /** Facts are read anew for each analysis; where they stand stays. */
  private record ClusterKey(
      ClusterObjects.Place place, Identity facts, List<ReleaseObjects> releases) {}

  /** Begins another analysis. */
  public void nextAnalysis() {
    before = known;
    known = new IdentityHashMap<>();
    releases.nextAnalysis();
    files.nextAnalysis();
    clusters.nextAnalysis();
  }

  /** The objects of each render, in the order in which Helm prints them, hooks last. */
  List<List<KubernetesObject>> of(List<RenderedChart> renders, PodKinds kinds) {
    if (!pods.equals(kinds)) {
      before = new IdentityHashMap<>();
      pods = kinds;
    }
    List<List<KubernetesObject>> objects =
        renders.parallelStream()
            .map(rendered -> {
              List<KubernetesObject> found = before.get(rendered);
              return found == null ? read(rendered, kinds) : found;
            })
            .toList();
    for (int i = 0; i < renders.size(); i++) {
      known.put(renders.get(i), objects.get(i));
    }
    return objects;
  }

  /** The objects of a render with the cells that share it. */
  ReleaseObjects release(
      RenderedChart rendered, List<ReleaseInstance> sharers, List<KubernetesObject> objects) {
    List<Placed> placed = new ArrayList<>();
    for (ReleaseInstance sharer : sharers) {
      placed.add(
          new Placed(
              sharer.cell(),
              sharer.namespacePlace(),
              new Identity(sharer.helmfile().orElse(null))));
    }
    ReleaseKey key =
        new ReleaseKey(
            new Identity(rendered), pods, sharers.getFirst().namespace(), List.copyOf(placed));
    return releases.of(key, () -> ReleaseObjects.of(rendered, sharers, objects));
  }

  /**
   * The objects of a file.
   *
   * @param isAlone whether there is nothing else to check
   */
  ReleaseObjects file(YamlFile file, boolean isAlone, PodKinds kinds) {
    return files.of(
        new FileKey(new Identity(file), isAlone, kinds),
        () -> ReleaseObjects.of(file, kinds, object -> isAlone || ObjectIndex.isOfCluster(object)));
  }

  /** What stands together in a place. */
  ClusterObjects cluster(
      ClusterObjects.Place place, Optional<ClusterFacts> facts, List<ReleaseObjects> standing) {
    Object said = facts.flatMap(each -> each.section().root().node()).orElse(null);
    ClusterKey key = new ClusterKey(place, new Identity(said), List.copyOf(standing));
    return clusters.of(key, () -> new ClusterObjects(place, facts, standing));
  }

  private static List<KubernetesObject> read(RenderedChart rendered, PodKinds kinds) {
    List<KubernetesObject> objects = new ArrayList<>();
    for (Manifest manifest : rendered.objects()) {
      objects.addAll(KubernetesObject.of(manifest, kinds));
    }
    return List.copyOf(objects);
  }
}
