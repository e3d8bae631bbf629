package dev.plimsoll.analysis;

import dev.plimsoll.chart.ChartSource.Answer;
import dev.plimsoll.helmfile.HelmfileRelease;
import dev.plimsoll.helmfile.RemoteRelease;
import java.util.Optional;

/** Asks for the charts of releases that are not in the workspace. */
final class RemoteCharts {

  private RemoteCharts() {}

  /** What is known of the chart of a release; empty if it names none that can be asked for. */
  static Optional<Answer> find(EstateRequest request, HelmfileRelease release) {
    return RemoteRelease.chart(release)
        .map(request.options().helmfile().permissions().charts()::find);
  }
}
