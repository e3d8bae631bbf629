package dev.plimsoll.rules.helmfile;

import dev.plimsoll.helmfile.ChartName;
import dev.plimsoll.helmfile.Spec;
import dev.plimsoll.source.Location;
import dev.plimsoll.values.MapValue;
import java.util.Optional;

/** A chart of a repository whose signature nobody looks at. */
public final class UnverifiedChart extends ReleaseRule {

  private static final String VERIFY = "verify";
  private static final String KEYRING = "keyring";

  public UnverifiedChart() {
    super("unverified-chart");
  }

  @Override
  void check(Release release) {
    String chart = release.get().chart().value();
    Optional<MapValue> repository =
        ChartName.ofRepository(chart)
            .flatMap(name -> StateRules.repository(release.get().state(), name.repository()));
    boolean isRemote = chart.startsWith("oci://") || repository.isPresent();
    // A digest is the chart itself.
    if (!isRemote || chart.contains("@sha256:") || release.get().version().contains("@sha256:")) {
      return;
    }
    Optional<Boolean> byRepository =
        repository.flatMap(found -> Spec.flag(found, VERIFY)).filter(flag -> flag);
    boolean isVerified =
        Spec.flag(release.spec(), VERIFY)
            .or(() -> byRepository)
            .or(() -> Spec.flag(release.defaults(), VERIFY))
            .orElse(false);
    Location place =
        repository
            .flatMap(found -> Spec.text(found, "name"))
            .map(name -> name.location())
            .orElse(release.get().chart().location());
    if (!isVerified) {
      release.report(
          place,
          "Nobody checks who made the charts that come from here, so whoever gets into the"
              + " repository gets into the cluster; set `verify` and `keyring`, or name charts by"
              + " their digest.");
    } else if (!hasKeyring(release, repository)) {
      release.report(
          place,
          "Charts from here are verified with the keyring of whoever runs helmfile, so it depends"
              + " on the machine what is trusted; set `keyring`.");
    }
  }

  private static boolean hasKeyring(Release release, Optional<MapValue> repository) {
    return Spec.text(release.spec(), KEYRING)
        .or(() -> repository.flatMap(found -> Spec.text(found, KEYRING)))
        .or(() -> Spec.text(release.defaults(), KEYRING))
        .isPresent();
  }
}
