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
    MapValue own =
        Spec.map(Spec.map(release.get().stateSpec(), "environments"), release.environment().name());
    Optional<Located<String>> wanted = Spec.text(own, "kubeContext");
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
}
