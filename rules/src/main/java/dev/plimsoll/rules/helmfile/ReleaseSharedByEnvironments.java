package dev.plimsoll.rules.helmfile;

import dev.plimsoll.source.Located;
import dev.plimsoll.source.Location;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** A release that is the same one to Helm in several environments. */
public final class ReleaseSharedByEnvironments extends ReleaseRule {

  public ReleaseSharedByEnvironments() {
    super("release-shared-by-environments");
  }

  @Override
  void check(Release release) {
    // A cluster that the release or the defaults name is one for all environments on purpose, or
    // the mistake of which other rules speak.
    Optional<Located<String>> given = release.get().kubeContext();
    Optional<Location> named = ShadowedKubeContext.ofEnvironment(release).map(Located::location);
    if (given.isEmpty() || !named.equals(given.map(Located::location))) {
      return;
    }
    Located<String> cluster = given.get();
    Set<String> environments = new TreeSet<>();
    release
        .siblings()
        .forEach((environment, sibling) -> {
          if (sibling.id().equals(release.get().id())
              && EnvironmentReleases.cluster(sibling).equals(cluster.value())) {
            environments.add(environment);
          }
        });
    if (environments.isEmpty()) {
      return;
    }
    environments.add(release.environment().name());
    // One context is one mistake, however many releases go there.
    release.report(
        cluster.location(),
        "The environments `"
            + String.join("`, `", environments)
            + "` install the same releases into the same namespaces of `"
            + cluster.value()
            + "`, so each run overwrites what another environment has there.");
  }
}
