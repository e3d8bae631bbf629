package dev.plimsoll.cli.charts;

import dev.plimsoll.chart.RemoteChart;
import dev.plimsoll.chart.SemanticVersion;
import dev.plimsoll.chart.VersionRange;
import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** Chooses a version as Helm does. */
final class Versions {

  private Versions() {}

  /** Whether a chart is asked for by one version; Helm takes {@code 1.2} for a range. */
  static boolean isExact(RemoteChart chart) {
    return SemanticVersion.parseStrict(plain(chart.version())).isPresent();
  }

  static String plain(String version) {
    return version.startsWith("v") ? version.substring(1) : version;
  }

  /** The newest version that is asked for. */
  static String choose(RemoteChart chart, Collection<String> known) throws ChartUnavailable {
    if (known.contains(chart.version())) {
      return chart.version();
    }
    String wanted =
        chart.version().isEmpty() ? (chart.takesPrereleases() ? ">0.0.0-0" : "*") : chart.version();
    Optional<VersionRange> range = VersionRange.parse(wanted);
    return known.stream()
        .filter(version -> parse(version).isPresent())
        .filter(version -> range.isPresent() && range.get().includes(parse(version).orElseThrow()))
        .max(Comparator.comparing(version -> parse(version).orElseThrow()))
        .orElseThrow(() ->
            new ChartUnavailable(
                "which has %d versions of `%s` and none that fits `%s`"
                    .formatted(known.size(), chart.name(), wanted)));
  }

  private static Optional<SemanticVersion> parse(String version) {
    return SemanticVersion.parseLoose(version);
  }
}
