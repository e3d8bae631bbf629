package dev.plimsoll.cli.command;

import dev.plimsoll.analysis.AnalysisResult;
import dev.plimsoll.cli.report.ShownPath;
import dev.plimsoll.cli.terminal.Console;
import dev.plimsoll.diagnostic.NotChecked;
import dev.plimsoll.index.ClusterObjects;
import dev.plimsoll.index.ObjectIndex;
import dev.plimsoll.index.ReleaseInstance;
import java.util.List;

/**
 * The objects of the environments that a command is about, and an honest word about those that
 * could not be seen.
 *
 * @param places those of the environments that were asked for
 */
record RenderedPlace(Workplace workplace, AnalysisResult result, List<ClusterObjects> places) {

  /** Renders what the options ask for. */
  static RenderedPlace of(Console console, WorkspaceOption workspace, LayerOptions layers) {
    Workplace workplace = workspace.open(console);
    AnalysisResult result = workplace.render(layers);
    return new RenderedPlace(workplace, result, ObjectIndex.of(result.estate()).clusters());
  }

  /**
   * Says what could not be seen.
   *
   * @return the exit code
   */
  int report(Console console, OutputOptions output) {
    workplace.reportBugs(result, output);
    boolean isWhole = true;
    for (ReleaseInstance release : result.estate().releases()) {
      if (release.rendered().isEmpty()) {
        isWhole = false;
        console
            .err()
            .println(
                "plimsoll: "
                    + release.cell()
                    + " cannot be rendered, so what it brings is not counted; `plimsoll check` says"
                    + " why.");
      }
    }
    for (NotChecked each : result.notChecked()) {
      if (each.accepted().isEmpty()) {
        isWhole = false;
        console
            .err()
            .println(
                "plimsoll: not checked: "
                    + ShownPath.of(workplace.prefix(), each.location())
                    + ": "
                    + each.reason());
      }
    }
    if (!result.bugs().isEmpty()) {
      return ExitCode.USAGE;
    }
    return isWhole ? ExitCode.OK : ExitCode.NOT_CHECKED;
  }
}
