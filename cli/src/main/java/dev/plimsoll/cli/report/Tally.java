package dev.plimsoll.cli.report;

import dev.plimsoll.analysis.Summary;
import dev.plimsoll.diagnostic.Severity;
import java.util.List;

/** Counts a part of a report, or several joined, as a whole result counts itself. */
final class Tally {

  private Tally() {}

  static Summary of(
      List<ShownCell> cells, List<ShownDiagnostic> diagnostics, List<ShownNotChecked> notChecked) {
    return new Summary(
        (int) cells.stream().map(cell -> cell.cell().release()).distinct().count(),
        (int) cells.stream().map(cell -> cell.cell().environment()).distinct().count(),
        cells.size(),
        (int) cells.stream().filter(ShownCell::isRendered).count(),
        cells.stream().filter(ShownCell::isRendered).mapToInt(ShownCell::objects).sum(),
        count(diagnostics, Severity.ERROR),
        count(diagnostics, Severity.WARNING),
        count(diagnostics, Severity.INFO),
        (int) diagnostics.stream().filter(diagnostic -> !diagnostic.counts()).count(),
        notChecked.size());
  }

  private static int count(List<ShownDiagnostic> diagnostics, Severity severity) {
    return (int)
        diagnostics.stream()
            .filter(diagnostic -> diagnostic.counts() && diagnostic.severity() == severity)
            .count();
  }
}
