package dev.plimsoll.rules.helmfile;

import dev.plimsoll.helmfile.HelmfileRelease;
import dev.plimsoll.helmfile.LoadedEnvironment;
import dev.plimsoll.source.Located;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** All releases of an environment, with what several of them ask for found out once. */
final class EnvironmentReleases {

  private final List<HelmfileRelease> all;
  private @Nullable Map<String, List<HelmfileRelease>> byId;
  private @Nullable Map<String, Integer> byCluster;

  EnvironmentReleases(LoadedEnvironment environment) {
    this.all = environment.releases();
  }

  List<HelmfileRelease> all() {
    return all;
  }

  /** Those of one id, in their order. */
  List<HelmfileRelease> of(String id) {
    Map<String, List<HelmfileRelease>> known = byId;
    if (known == null) {
      known = new HashMap<>();
      for (HelmfileRelease release : all) {
        known.computeIfAbsent(release.id(), _ -> new ArrayList<>()).add(release);
      }
      byId = known;
    }
    return known.getOrDefault(id, List.of());
  }

  /** How many releases go to each cluster. */
  Map<String, Integer> byCluster() {
    Map<String, Integer> known = byCluster;
    if (known == null) {
      known = new HashMap<>();
      for (HelmfileRelease release : all) {
        if (release.isEnabled() && release.isInstalled()) {
          known.merge(cluster(release), 1, Integer::sum);
        }
      }
      byCluster = known;
    }
    return known;
  }

  /** The cluster of a release; empty where it is whatever context is current. */
  static String cluster(HelmfileRelease release) {
    return release.kubeContext().map(Located::value).orElse("");
  }
}
