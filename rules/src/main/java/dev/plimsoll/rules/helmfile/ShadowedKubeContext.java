package dev.plimsoll.rules.helmfile;

import dev.plimsoll.diagnostic.RelatedLocation;
import dev.plimsoll.helmfile.Spec;
import dev.plimsoll.source.Located;
import dev.plimsoll.values.MapValue;
import java.util.Optional;

/** The environment names a cluster and the release goes to another. */
public final class ShadowedKubeContext extends ReleaseRule {

  public ShadowedKubeContext() {
    super("shadowed-kube-context");
  }

  @Override
  void check(Release release) {
    Optional<Located<String>> wanted = ofEnvironment(release);
    Optional<Located<String>> given = release.get().kubeContext();
    if (wanted.isEmpty() || given.isEmpty() || wanted.get().value().equals(given.get().value())) {
      return;
    }
    Optional<Located<String>> fallback = Spec.text(release.defaults(), "kubeContext");
    boolean isDefault =
        fallback.isPresent() && fallback.get().location().equals(given.get().location());
    release.report(
        release
            .diagnostic(
                given.get().location(),
                "The release goes to `"
                    + given.get().value()
                    + "` and not to the cluster that its environment names"
                    + (isDefault ? ": `helmDefaults.kubeContext` comes first." : "."))
            .withRelated(
                RelatedLocation.Role.DEFINITION,
                wanted.get().location(),
                "The environment names `" + wanted.get().value() + "`."));
  }

  /** The cluster that the helmfile names for the environment. */
  static Optional<Located<String>> ofEnvironment(Release release) {
    MapValue own = Spec.map(release.declaredEnvironments(), release.environment().name());
    return Spec.text(own, "kubeContext");
  }
}
