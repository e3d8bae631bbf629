package dev.plimsoll.rules.helmfile;

import dev.plimsoll.source.Located;
import dev.plimsoll.source.Order;
import java.util.Map;

/** A release that alone of its environment has another cluster, or none. */
public final class InconsistentReleaseCluster extends ReleaseRule {

  public InconsistentReleaseCluster() {
    super("inconsistent-release-cluster");
  }

  @Override
  void check(Release release) {
    // Against a cluster that the environment itself names, the rule for that speaks.
    if (ShadowedKubeContext.ofEnvironment(release).isPresent()) {
      return;
    }
    Map<String, Integer> counts = release.others().byCluster();
    int all = 0;
    for (int count : counts.values()) {
      all += count;
    }
    String own = EnvironmentReleases.cluster(release.get());
    String usual =
        counts.entrySet().stream().max(Order.by(Map.Entry::getValue)).orElseThrow().getKey();
    int rest = all - counts.getOrDefault(own, 0);
    if (usual.equals(own) || counts.getOrDefault(usual, 0) * 2 <= all || rest < 2) {
      return;
    }
    release.report(
        release.get().kubeContext().map(Located::location).orElse(release.get().location()),
        "This release goes to "
            + (own.isEmpty() ? "whatever context is current" : "`" + own + "`")
            + ", while most releases of its environment go to "
            + (usual.isEmpty() ? "whatever context is current." : "another cluster."));
  }
}
