package dev.plimsoll.cli.command;

import dev.plimsoll.analysis.AnalysisResult;
import dev.plimsoll.diagnostic.Severity;

/** What a result means for the exit code. */
final class Verdicts {

  private Verdicts() {}

  /** The exit code of a check that fails on {@code failOn} or worse. */
  static int exitCode(AnalysisResult result, Severity failOn) {
    if (!result.bugs().isEmpty() || result.projectUnreadable()) {
      return ExitCode.USAGE;
    }
    boolean failed =
        result.diagnostics().stream()
            .filter(diagnostic -> diagnostic.accepted().isEmpty())
            .anyMatch(diagnostic -> diagnostic.severity().isAtLeast(failOn));
    if (failed) {
      return ExitCode.DIAGNOSTICS;
    }
    boolean incomplete =
        result.notChecked().stream().anyMatch(notChecked -> notChecked.accepted().isEmpty());
    return incomplete ? ExitCode.NOT_CHECKED : ExitCode.OK;
  }
}
