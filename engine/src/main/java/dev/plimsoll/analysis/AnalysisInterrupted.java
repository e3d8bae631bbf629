package dev.plimsoll.analysis;

/** Somebody no longer wants the analysis: its thread was interrupted. There is no result. */
public final class AnalysisInterrupted extends RuntimeException {

  private static final long serialVersionUID = 1;

  AnalysisInterrupted(InterruptedException cause) {
    super("The analysis was interrupted", cause);
  }
}
