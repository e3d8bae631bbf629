package dev.plimsoll.rules.helmfile;

import dev.plimsoll.source.Located;
import java.util.Set;
import java.util.TreeSet;

/** A release that is the same one to Helm in several environments. */
public final class ReleaseSharedByEnvironments extends ReleaseRule {

  public ReleaseSharedByEnvironments() {
    super("release-shared-by-environments");
  }

  @Override
  void check(Release release) {
    // Whatever context is current may be another one for each environment.
    if (release.get().kubeContext().isEmpty()) {
      return;
    }
    Located<String> cluster = release.get().kubeContext().get();
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
