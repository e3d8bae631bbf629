package dev.plimsoll.rules.helmfile;

import dev.plimsoll.diagnostic.Affected;
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
  private @Nullable Map<Named, List<HelmfileRelease>> byName;
  private @Nullable Map<String, Integer> byCluster;

  /** A release as people name it, wherever it goes. */
  private record Named(String file, String name) {

    static Named of(HelmfileRelease release) {
      return new Named(release.file(), release.name().value());
    }
  }

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

  /** Those of the same file that have the name of a release and are installed. */
  List<HelmfileRelease> named(HelmfileRelease release) {
    Map<Named, List<HelmfileRelease>> known = byName;
    if (known == null) {
      known = new HashMap<>();
      for (HelmfileRelease each : all) {
        if (each.isEnabled() && each.isInstalled()) {
          known.computeIfAbsent(Named.of(each), _ -> new ArrayList<>()).add(each);
        }
      }
      byName = known;
    }
    return known.getOrDefault(Named.of(release), List.of());
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

  /** The cell of a release that nothing is made of. */
  static Affected cell(LoadedEnvironment environment, HelmfileRelease release) {
    return new Affected(release.name().value(), environment.name(), cluster(release));
  }
}
