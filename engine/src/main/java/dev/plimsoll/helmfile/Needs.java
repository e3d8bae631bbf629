package dev.plimsoll.helmfile;

import dev.plimsoll.source.Located;
import dev.plimsoll.values.MapValue;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The order of releases ({@code needs}). */
public final class Needs {

  private Needs() {}

  /** {@code ReleaseToID}. */
  static String id(MapValue release) {
    return id(
        Nodes.string(release, "kubeContext"),
        Nodes.string(release, "namespace"),
        Nodes.string(release, "name"));
  }

  private static String id(String context, String namespace, String name) {
    StringBuilder id = new StringBuilder();
    if (!context.isEmpty()) {
      id.append(context).append('/');
    }
    if (!context.isEmpty() || !namespace.isEmpty()) {
      id.append(namespace).append('/');
    }
    return id.append(name).toString();
  }

  /** The ids that a release needs: a bare name takes the release's namespace and context. */
  static List<Located<String>> of(MapValue release) {
    List<Located<String>> needs = new ArrayList<>();
    for (Located<String> need : Nodes.texts(release, "needs")) {
      String text = need.value();
      int name = text.lastIndexOf('/');
      int namespace = name < 0 ? -1 : text.lastIndexOf('/', name - 1);
      String id =
          id(
              namespace < 0 ? Nodes.string(release, "kubeContext") : text.substring(0, namespace),
              name < 0 ? Nodes.string(release, "namespace") : text.substring(namespace + 1, name),
              text.substring(name + 1));
      needs.add(new Located<>(id, need.location()));
    }
    return needs;
  }

  /**
   * The releases in groups: each group needs only those before it.
   *
   * @return without the releases that need each other in a circle
   */
  public static List<List<HelmfileRelease>> groups(List<HelmfileRelease> releases) {
    Map<String, HelmfileRelease> byId = new HashMap<>();
    releases.forEach(release -> byId.putIfAbsent(release.id(), release));
    List<List<HelmfileRelease>> groups = new ArrayList<>();
    List<HelmfileRelease> waiting = new ArrayList<>(releases);
    Set<String> done = new HashSet<>();
    while (!waiting.isEmpty()) {
      List<HelmfileRelease> group = new ArrayList<>();
      for (HelmfileRelease release : waiting) {
        boolean isReady =
            release.needs().stream()
                .allMatch(need -> done.contains(need.value()) || !byId.containsKey(need.value()));
        if (isReady) {
          group.add(release);
        }
      }
      if (group.isEmpty()) {
        return groups;
      }
      group.forEach(release -> done.add(release.id()));
      waiting.removeAll(group);
      groups.add(group);
    }
    return groups;
  }
}
