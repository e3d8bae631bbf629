package dev.plimsoll.cli.command;

import dev.plimsoll.analysis.AnalysisResult;
import java.util.Set;

/**
 * Keeps of a result what is found in some files; what those files affect elsewhere stays with them.
 */
final class Focus {

  private static final String WORKSPACE = ".";

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
            .filter(notChecked -> isSaidOf(notChecked.location().file().path(), files))
            .toList(),
        result.suppressions(),
        result.usageErrors(),
        result.bugs(),
        result.projectUnreadable());
  }

  /** What is not checked of the whole workspace is not checked of any file of it. */
  private static boolean isSaidOf(String path, Set<String> files) {
    return files.contains(path) || path.equals(WORKSPACE);
  }
}
