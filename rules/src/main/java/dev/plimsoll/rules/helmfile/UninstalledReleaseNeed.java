package dev.plimsoll.rules.helmfile;

import dev.plimsoll.helmfile.HelmfileRelease;
import dev.plimsoll.source.Located;

/** A release needs one that is not installed. */
public final class UninstalledReleaseNeed extends ReleaseRule {

  public UninstalledReleaseNeed() {
    super("uninstalled-release-need");
  }

  @Override
  void check(Release release) {
    for (Located<String> need : release.get().needs()) {
      for (HelmfileRelease other : release.others().of(need.value())) {
        if (!(other.isInstalled() && other.isEnabled())) {
          release.report(
              need.location(),
              "`"
                  + release.name()
                  + "` needs `"
                  + other.name().value()
                  + "`, which is not installed in this environment, so nothing stands in front of"
                  + " it.");
        }
      }
    }
  }
}
