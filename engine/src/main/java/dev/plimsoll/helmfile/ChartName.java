package dev.plimsoll.helmfile;

import java.util.Optional;

/**
 * What a {@code chart} names ({@code pkg/state/util.go}).
 *
 * @param repository as the state file names it
 * @param name of the chart in it
 */
public record ChartName(String repository, String name) {

  /** Whether helmfile takes it for a path ({@code isLocalChart}). */
  public static boolean isLocal(String chart) {
    if (startsLikePath(chart)) {
      return true;
    }
    int parts = chart.split("/", -1).length;
    return !chart.contains("://") && (parts < 2 || parts > 3);
  }

  /** A chart of a named repository; empty for paths and addresses. */
  public static Optional<ChartName> ofRepository(String chart) {
    int slash = chart.indexOf('/');
    if (slash < 0 || chart.contains("://") || isLocal(chart)) {
      return Optional.empty();
    }
    return Optional.of(new ChartName(chart.substring(0, slash), chart.substring(slash + 1)));
  }

  private static boolean startsLikePath(String chart) {
    return chart.startsWith("./") || chart.startsWith("../") || chart.startsWith("/");
  }
}
