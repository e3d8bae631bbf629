package dev.plimsoll.cli.command;

import dev.plimsoll.analysis.AnalysisResult;
import java.util.Set;

/**
 * Keeps of a result what is found in some files; what those files affect elsewhere stays with them.
 */
final class Focus {

  private Focus() {}

  /**
   * The part of a result that is about {@code files}.
   *
   * @param files relative to the workspace
   */
  static AnalysisResult on(AnalysisResult result, Set<String> files) {
    return new AnalysisResult(
        result.project(),
        result.estate(),
        result.diagnostics().stream()
            .filter(diagnostic ->
                files.contains(diagnostic.location().file().path())
                    || diagnostic.related().stream()
                        .anyMatch(related -> files.contains(related.location().file().path())))
            .toList(),
        result.notChecked().stream()
            .filter(notChecked -> files.contains(notChecked.location().file().path()))
            .toList(),
        result.suppressions(),
        result.usageErrors(),
        result.bugs(),
        result.projectUnreadable());
  }
}
