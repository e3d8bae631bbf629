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
 * @param notChecked sorted by place
 */
public record AnalysisResult(
    Project project, Estate estate, List<Diagnostic> diagnostics, List<NotChecked> notChecked) {

  public AnalysisResult {
    diagnostics = List.copyOf(diagnostics);
    notChecked = List.copyOf(notChecked);
  }
}
