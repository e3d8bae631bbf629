package dev.plimsoll.rules.helmfile;

import dev.plimsoll.chart.SemanticVersion;
import dev.plimsoll.helmfile.ChartName;
import dev.plimsoll.helmfile.Spec;

/** A chart of a repository whose version is left open. */
public final class UnpinnedChartVersion extends ReleaseRule {

  public UnpinnedChartVersion() {
    super("unpinned-chart-version");
  }

  @Override
  void check(Release release) {
    String chart = release.get().chart().value();
    boolean isRemote =
        chart.contains("://")
            || ChartName.ofRepository(chart).filter(name -> isKnown(release, name)).isPresent();
    if (!isRemote || chart.contains("@sha256:")) {
      return;
    }
    String version = release.get().version();
    String written = Spec.text(release.spec(), "version").map(text -> text.value()).orElse("");
    if (version.isEmpty()) {
      release.report(
          release.get().chart().location(),
          "`"
              + chart
              + "` has no version, so each run takes the newest there is; pin it, or lock it with"
              + " `helmfile deps`.");
    } else if (SemanticVersion.parseStrict(stripped(version)).isEmpty()) {
      release.report(
          Spec.place(release.spec(), "version"),
          "`"
              + written
              + "` is a range and no lock pins it, so the same commit may deploy other charts; write"
              + " the version, or run `helmfile deps`.");
    }
  }

  private static String stripped(String version) {
    String plain = version.startsWith("v") ? version.substring(1) : version;
    int digest = plain.indexOf('@');
    return digest < 0 ? plain : plain.substring(0, digest);
  }

  private static boolean isKnown(Release release, ChartName name) {
    return Spec.items(release.get().stateSpec(), "repositories").stream()
        .anyMatch(item ->
            item instanceof dev.plimsoll.values.MapValue map
                && Spec.text(map, "name")
                    .filter(text -> text.value().equals(name.repository()))
                    .isPresent());
  }
}
