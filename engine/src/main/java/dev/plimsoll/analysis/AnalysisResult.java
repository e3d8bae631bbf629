package dev.plimsoll.analysis;

import dev.plimsoll.diagnostic.Diagnostic;
import dev.plimsoll.diagnostic.NotChecked;
import dev.plimsoll.index.Estate;
import dev.plimsoll.project.Project;
import java.util.List;

/**
 * Everything that an analysis found out.
 *
 * @param diagnostics sorted, accepted ones included, one per cause
 * @param notChecked sorted by place, accepted ones included
 * @param suppressions what became of each suppression, in the order of the project file
 * @param usageErrors one sentence for each thing that was asked for and is not there, such as an
 *     environment; nothing was analysed then
 * @param bugs mistakes of ours; the rest of the result stands, and is no pass
 * @param projectUnreadable whether there is a project file that cannot be taken for one; its
 *     diagnostics say why, and nothing else was analysed
 */
public record AnalysisResult(
    Project project,
    Estate estate,
    List<Diagnostic> diagnostics,
    List<NotChecked> notChecked,
    List<SuppressionUse> suppressions,
    List<String> usageErrors,
    List<Bug> bugs,
    boolean projectUnreadable) {

  public AnalysisResult {
    diagnostics = List.copyOf(diagnostics);
    notChecked = List.copyOf(notChecked);
    suppressions = List.copyOf(suppressions);
    usageErrors = List.copyOf(usageErrors);
    bugs = List.copyOf(bugs);
  }

  /** A result without anything but findings, as a reporter needs it. */
  public AnalysisResult(
      Project project, Estate estate, List<Diagnostic> diagnostics, List<NotChecked> notChecked) {
    this(project, estate, diagnostics, notChecked, List.of(), List.of(), List.of(), false);
  }

  /** The numbers of this result. */
  public Summary summary() {
    return Summary.of(this);
  }
}
