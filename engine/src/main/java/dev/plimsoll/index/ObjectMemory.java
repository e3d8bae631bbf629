package dev.plimsoll.index;

import dev.plimsoll.manifest.KubernetesObject;
import dev.plimsoll.render.Manifest;
import dev.plimsoll.render.RenderedChart;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;

/**
 * The objects of renders from one analysis to the next: a render that is the same gives the same
 * objects, so whatever was found out about them can be found again by identity. What one analysis
 * did not ask for is forgotten after it.
 */
public final class ObjectMemory {

  private IdentityHashMap<RenderedChart, List<KubernetesObject>> known = new IdentityHashMap<>();
  private IdentityHashMap<RenderedChart, List<KubernetesObject>> before = new IdentityHashMap<>();

  /** Begins another analysis. */
  public void nextAnalysis() {
    before = known;
    known = new IdentityHashMap<>();
  }

  /** The objects of each render, in the order in which Helm prints them, hooks last. */
  List<List<KubernetesObject>> of(List<RenderedChart> renders) {
    List<List<KubernetesObject>> objects =
        renders.parallelStream()
            .map(rendered -> {
              List<KubernetesObject> found = before.get(rendered);
              return found == null ? read(rendered) : found;
            })
            .toList();
    for (int i = 0; i < renders.size(); i++) {
      known.put(renders.get(i), objects.get(i));
    }
    return objects;
  }

  private static List<KubernetesObject> read(RenderedChart rendered) {
    List<KubernetesObject> objects = new ArrayList<>();
    for (Manifest manifest : rendered.objects()) {
      objects.addAll(KubernetesObject.of(manifest));
    }
    return List.copyOf(objects);
  }
}
