package dev.plimsoll.cli.report;

import dev.plimsoll.analysis.AnalysisResult;
import dev.plimsoll.diagnostic.Affected;
import dev.plimsoll.diagnostic.Diagnostic;
import dev.plimsoll.diagnostic.Severity;
import java.util.List;

/**
 * The numbers of a result.
 *
 * @param releases distinct names
 * @param environments distinct names that have a release
 * @param renders cells of the matrix
 * @param objects rendered objects
 * @param suppressed diagnostics that do not count, by suppression or baseline
 */
public record Summary(
    long releases,
    long environments,
    long renders,
    long objects,
    long error,
    long warning,
    long info,
    long suppressed,
    long notChecked) {

  /** Counts a result. */
  public static Summary of(AnalysisResult result) {
    List<Affected> cells =
        result.estate().releases().stream().map(release -> release.cell()).toList();
    return new Summary(
        cells.stream().map(Affected::release).distinct().count(),
        cells.stream().map(Affected::environment).distinct().count(),
        cells.size(),
        0,
        count(result, Severity.ERROR),
        count(result, Severity.WARNING),
        count(result, Severity.INFO),
        result.diagnostics().stream().filter(found -> found.accepted().isPresent()).count(),
        result.notChecked().size());
  }

  /** How many diagnostics of a severity count. */
  public long count(Severity severity) {
    return switch (severity) {
      case ERROR -> error;
      case WARNING -> warning;
      case INFO -> info;
    };
  }

  private static long count(AnalysisResult result, Severity severity) {
    return result.diagnostics().stream()
        .filter(found -> found.accepted().isEmpty())
        .map(Diagnostic::severity)
        .filter(severity::equals)
        .count();
  }
}
