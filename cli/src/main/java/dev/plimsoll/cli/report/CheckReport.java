package dev.plimsoll.cli.report;

import dev.plimsoll.analysis.AnalysisResult;
import dev.plimsoll.analysis.Summary;
import java.util.List;

/**
 * A result as reports show it: texts and positions alone, so that it can be written to a file and
 * read again. Every report is a pure function of one.
 *
 * @param prefix stands before every path, so that a terminal can follow it: the way from the
 *     working directory to the workspace, ending with {@code /}; or empty
 * @param isWhole whether nothing stopped the analysis; false after a bug of ours or for an
 *     unreadable project file
 */
public record CheckReport(
    String toolVersion,
    String prefix,
    boolean isWhole,
    Summary summary,
    List<ShownCell> cells,
    List<ShownDiagnostic> diagnostics,
    List<ShownNotChecked> notChecked) {

  public CheckReport {
    cells = List.copyOf(cells);
    diagnostics = List.copyOf(diagnostics);
    notChecked = List.copyOf(notChecked);
  }

  /** What an analysis found. */
  public static CheckReport of(AnalysisResult result, String toolVersion, String prefix) {
    SecretMask mask = SecretMask.of(result.diagnostics());
    return new CheckReport(
        toolVersion,
        prefix,
        result.bugs().isEmpty() && !result.projectUnreadable(),
        result.summary(),
        result.estate().releases().stream().map(ShownCell::of).toList(),
        result.diagnostics().stream()
            .map(diagnostic -> ShownDiagnostic.of(diagnostic, mask))
            .toList(),
        result.notChecked().stream().map(each -> ShownNotChecked.of(each, mask)).toList());
  }

  /** The diagnostics that nobody accepts. */
  List<ShownDiagnostic> counted() {
    return diagnostics.stream().filter(ShownDiagnostic::counts).toList();
  }

  /** A path as one follows it from the working directory. */
  String path(ShownPlace place) {
    return ShownPath.of(prefix, place.file());
  }
}
