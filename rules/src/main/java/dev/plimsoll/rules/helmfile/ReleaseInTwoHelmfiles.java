package dev.plimsoll.rules.helmfile;

import dev.plimsoll.diagnostic.RelatedLocation;
import dev.plimsoll.helmfile.HelmfileRelease;

/** The same release in two state files, which helmfile does not notice. */
public final class ReleaseInTwoHelmfiles extends ReleaseRule {

  public ReleaseInTwoHelmfiles() {
    super("release-in-two-helmfiles");
  }

  @Override
  @SuppressWarnings("ReferenceEquality") // Those before this release, whatever they say.
  void check(Release release) {
    for (HelmfileRelease other : release.others().of(release.get().id())) {
      if (other == release.get()) {
        return;
      }
      if (!other.file().equals(release.get().file()) && other.isInstalled() && other.isEnabled()) {
        release.report(
            release
                .diagnostic(
                    release.get().location(),
                    "`"
                        + release.name()
                        + "` is in `"
                        + other.file()
                        + "` as well, for the same namespace and cluster, so each run installs one"
                        + " over the other.")
                .withRelated(
                    RelatedLocation.Role.DEFINITION, other.location(), "The other one is here."));
        return;
      }
    }
  }
}
