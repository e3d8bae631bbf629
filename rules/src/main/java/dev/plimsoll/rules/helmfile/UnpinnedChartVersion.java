package dev.plimsoll.rules.helmfile;

import dev.plimsoll.chart.SemanticVersion;
import dev.plimsoll.chart.VersionRange;
import dev.plimsoll.helmfile.ChartName;
import dev.plimsoll.helmfile.Spec;
import dev.plimsoll.source.Located;
import dev.plimsoll.source.Location;
import java.util.Optional;

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
    Optional<Located<String>> written = Spec.text(release.spec(), "version");
    String tag = tag(chart);
    if (version.isEmpty() && !tag.isEmpty()) {
      check(release, release.get().chart().location(), tag, tag);
    } else if (version.isEmpty()) {
      release.report(
          release.get().chart().location(),
          "`"
              + chart
              + "` has no version, so each run takes the newest there is; pin it, or lock it with"
              + " `helmfile deps`.");
    } else {
      check(
          release,
          Spec.place(release.spec(), "version"),
          version,
          written.map(Located::value).orElse(version));
    }
  }

  private static void check(Release release, Location place, String version, String written) {
    if (SemanticVersion.parseStrict(stripped(version)).isPresent()) {
      return;
    }
    release.report(
        place,
        VersionRange.parse(stripped(version)).isPresent()
            ? "`"
                + written
                + "` is a range and no lock pins it, so the same commit may deploy other charts;"
                + " write the version, or run `helmfile deps`."
            : "`"
                + written
                + "` is neither a version nor a range, and Helm takes no other tag of a chart, so the"
                + " deploy stops; write the version, or the digest.");
  }

  /** The tag in the address of a chart; empty if there is none. */
  private static String tag(String chart) {
    String name = chart.substring(chart.lastIndexOf('/') + 1);
    int colon = name.indexOf(':');
    return chart.startsWith("oci://") && colon >= 0 ? name.substring(colon + 1) : "";
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
