package dev.plimsoll.rules.helmfile;

import dev.plimsoll.helmfile.HelmfileRelease;
import dev.plimsoll.source.Located;
import java.util.HashMap;
import java.util.Map;

/** A release that alone of its environment has another cluster, or none. */
public final class InconsistentReleaseCluster extends ReleaseRule {

  public InconsistentReleaseCluster() {
    super("inconsistent-release-cluster");
  }

  @Override
  void check(Release release) {
    Map<String, Integer> counts = new HashMap<>();
    int all = 0;
    for (HelmfileRelease other : release.environment().releases()) {
      if (other.isEnabled() && other.isInstalled()) {
        counts.merge(cluster(other), 1, Integer::sum);
        all++;
      }
    }
    String own = cluster(release.get());
    String usual =
        counts.entrySet().stream().max(Map.Entry.comparingByValue()).orElseThrow().getKey();
    int rest = all - counts.getOrDefault(own, 0);
    if (usual.equals(own) || counts.getOrDefault(usual, 0) * 2 <= all || rest < 2) {
      return;
    }
    release.report(
        release.get().kubeContext().map(Located::location).orElse(release.get().location()),
        "This release goes to "
            + (own.isEmpty() ? "whatever context is current" : "`" + own + "`")
            + ", while the others of this environment go to "
            + (usual.isEmpty() ? "whatever context is current." : "`" + usual + "`."));
  }

  private static String cluster(HelmfileRelease release) {
    return release.kubeContext().map(Located::value).orElse("");
  }
}
