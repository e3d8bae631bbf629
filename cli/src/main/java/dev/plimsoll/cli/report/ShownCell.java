package dev.plimsoll.cli.report;

import dev.plimsoll.diagnostic.Affected;
import dev.plimsoll.index.ReleaseInstance;
import dev.plimsoll.source.Located;

/**
 * A release in an environment on a cluster, as reports show it.
 *
 * @param chart name and version
 * @param objects how many objects it renders; {@link #NOT_RENDERED} if it renders nothing at all
 */
record ShownCell(Affected cell, String namespace, String chart, int objects) {

  static final int NOT_RENDERED = -1;

  boolean isRendered() {
    return objects != NOT_RENDERED;
  }

  static ShownCell of(ReleaseInstance release) {
    String version = release.chart().metadata().version().map(Located::value).orElse("");
    return new ShownCell(
        release.cell(),
        release.namespace(),
        release.chart().name() + (version.isEmpty() ? "" : " " + version),
        release.rendered().map(rendered -> rendered.objects().size()).orElse(NOT_RENDERED));
  }
}
