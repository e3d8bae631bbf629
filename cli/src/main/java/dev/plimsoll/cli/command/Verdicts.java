package dev.plimsoll.cli.command;

import dev.plimsoll.cli.report.CheckReport;
import dev.plimsoll.diagnostic.Severity;

/** What a result means for the exit code. */
final class Verdicts {

  private Verdicts() {}

  /** The exit code of a check that fails on {@code failOn} or worse. */
  static int exitCode(CheckReport report, Severity failOn) {
    if (!report.isComplete()) {
      return ExitCode.USAGE;
    }
    if (report.counts(failOn)) {
      return ExitCode.DIAGNOSTICS;
    }
    return report.hasGaps() ? ExitCode.NOT_CHECKED : ExitCode.OK;
  }
}
