package dev.plimsoll.cli.report;

import dev.plimsoll.diagnostic.Affected;
import dev.plimsoll.diagnostic.AffectsText;
import dev.plimsoll.diagnostic.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * A summary for the page of a job or a comment in a pull request: numbers by environment, then the
 * diagnostics, worst first, as far as there is room.
 */
final class MarkdownReport {

  /** GitHub refuses a comment of more than 65,536 characters. */
  private static final int MAX_LENGTH = 60_000;

  /** The column behind those of the severities. */
  private static final int GAPS = 3;

  private final CheckReport report;

  private MarkdownReport(CheckReport report) {
    this.report = report;
  }

  static String render(CheckReport report) {
    return new MarkdownReport(report).render();
  }

  private String render() {
    StringBuilder out = new StringBuilder("## Plimsoll\n\n");
    out.append(sign()).append(' ');
    out.append(MarkdownText.of(TextReport.summary(report.summary()))).append("\n\n");
    environments(out);
    List<String> rows = new ArrayList<>();
    for (Severity severity : Severity.values()) {
      report.counted().stream()
          .filter(diagnostic -> diagnostic.severity() == severity)
          .forEach(diagnostic -> rows.add(row(diagnostic)));
    }
    table(out, "| | where | what |\n|---|---|---|\n", rows, "further diagnostic");
    List<String> gaps = new ArrayList<>();
    report.notChecked().forEach(each -> gaps.add(row(each)));
    table(out, "| not checked | why |\n|---|---|\n", gaps, "further gap");
    return out.toString();
  }

  private String sign() {
    if (report.summary().error() > 0 || !report.isComplete()) {
      return "❌";
    }
    boolean isFine = report.summary().warning() == 0 && report.notChecked().isEmpty();
    return isFine ? "✅" : "⚠️";
  }

  private void environments(StringBuilder out) {
    Map<String, int[]> counts = new TreeMap<>();
    report.allCells().forEach(cell -> row(counts, cell.cell().environment()));
    for (ShownDiagnostic each : report.counted()) {
      names(each.affects()).forEach(name -> row(counts, name)[column(each.severity())]++);
    }
    for (ShownNotChecked each : report.notChecked()) {
      names(each.affects()).forEach(name -> row(counts, name)[GAPS]++);
    }
    if (counts.isEmpty()) {
      return;
    }
    out.append("| environment | errors | warnings | notes | not checked |\n");
    out.append("|---|---:|---:|---:|---:|\n");
    counts.forEach((name, count) ->
        out.append("| ")
            .append(MarkdownText.of(name))
            .append(
                " | %d | %d | %d | %d |\n".formatted(count[0], count[1], count[2], count[GAPS])));
    out.append('\n');
  }

  private static int[] row(Map<String, int[]> counts, String environment) {
    return counts.computeIfAbsent(environment, name -> new int[GAPS + 1]);
  }

  private static int column(Severity severity) {
    return switch (severity) {
      case ERROR -> 0;
      case WARNING -> 1;
      case INFO -> 2;
    };
  }

  private static Set<String> names(List<Affected> affects) {
    Set<String> names = new TreeSet<>();
    affects.forEach(cell -> names.add(cell.environment()));
    return names;
  }

  private static void table(StringBuilder out, String head, List<String> rows, String noun) {
    if (rows.isEmpty()) {
      return;
    }
    out.append(head);
    int shown = 0;
    while (shown < rows.size() && out.length() + rows.get(shown).length() < MAX_LENGTH) {
      out.append(rows.get(shown));
      shown++;
    }
    out.append('\n');
    if (shown < rows.size()) {
      out.append("There is no room for ")
          .append(Counts.of(rows.size() - shown, noun))
          .append(".\n\n");
    }
  }

  private String row(ShownDiagnostic diagnostic) {
    String affects = AffectsText.of(diagnostic.affects());
    return "| "
        + diagnostic.severity().label()
        + " | "
        + MarkdownText.code(where(diagnostic.place()))
        + " | "
        + MarkdownText.of(diagnostic.message())
        + (affects.isEmpty() ? "" : " Affects " + MarkdownText.of(affects) + ".")
        + " ["
        + diagnostic.rule()
        + "]("
        + diagnostic.helpUri()
        + ") |\n";
  }

  private String row(ShownNotChecked notChecked) {
    return "| "
        + MarkdownText.code(where(notChecked.place()))
        + " | "
        + MarkdownText.of(notChecked.reason())
        + " |\n";
  }

  private String where(ShownPlace place) {
    return report.path(place) + ":" + place.start().line();
  }
}
