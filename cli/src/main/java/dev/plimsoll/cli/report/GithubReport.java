package dev.plimsoll.cli.report;

import dev.plimsoll.diagnostic.AffectsText;
import dev.plimsoll.diagnostic.Severity;
import dev.plimsoll.source.Range;
import java.util.ArrayList;
import java.util.List;

/**
 * Workflow commands: what a GitHub Actions job prints, to be shown in the lines of a pull request.
 *
 * <p>GitHub shows ten annotations of each kind for a step and drops the rest without a word. So the
 * first ten of each kind are annotations, and the rest are lines of the log that say the same.
 */
final class GithubReport {

  private static final int MAX_OF_A_KIND = 10;

  private GithubReport() {}

  static String render(CheckReport report) {
    StringBuilder out = new StringBuilder();
    List<String> rest = new ArrayList<>();
    for (Severity severity : Severity.values()) {
      List<ShownDiagnostic> all =
          report.counted().stream()
              .filter(diagnostic -> diagnostic.severity() == severity)
              .toList();
      all.stream()
          .limit(MAX_OF_A_KIND)
          .forEach(diagnostic -> out.append(command(report, diagnostic)));
      all.stream().skip(MAX_OF_A_KIND).forEach(diagnostic -> rest.add(line(report, diagnostic)));
    }
    for (ShownNotChecked each : report.notChecked()) {
      rest.add(logLine("not checked: " + place(report, each.place()) + ": " + each.reason()));
    }
    if (!rest.isEmpty()) {
      out.append("::group::").append(Counts.of(rest.size(), "further result")).append('\n');
      rest.forEach(line -> out.append(line).append('\n'));
      out.append("::endgroup::\n");
    }
    return out.append(summary(report)).toString();
  }

  private static String command(CheckReport report, ShownDiagnostic diagnostic) {
    Range range = diagnostic.place().range();
    StringBuilder command = new StringBuilder("::").append(kind(diagnostic.severity()));
    command.append(" file=").append(property(report.path(diagnostic.place())));
    command.append(",line=").append(range.start().line());
    command.append(",endLine=").append(range.end().line());
    // GitHub refuses columns of a place that spans several lines.
    if (range.start().line() == range.end().line()) {
      command.append(",col=").append(range.start().column());
      command.append(",endColumn=").append(range.end().column());
    }
    command.append(",title=").append(property(diagnostic.rule().value()));
    return command.append("::").append(data(text(diagnostic))).append('\n').toString();
  }

  private static String text(ShownDiagnostic diagnostic) {
    String affects = AffectsText.of(diagnostic.affects());
    return diagnostic.message() + (affects.isEmpty() ? "" : "\nAffects " + affects + ".");
  }

  private static String line(CheckReport report, ShownDiagnostic diagnostic) {
    return logLine(
        diagnostic.severity().label()
            + "["
            + diagnostic.rule()
            + "]: "
            + place(report, diagnostic.place())
            + ": "
            + diagnostic.message());
  }

  private static String summary(CheckReport report) {
    if (report.notChecked().isEmpty()) {
      return "";
    }
    return "::warning title=not checked::"
        + data(Counts.of(report.notChecked().size(), "thing was", "things were"))
        + " not checked; the log says which.\n";
  }

  private static String place(CheckReport report, ShownPlace place) {
    return report.path(place) + ":" + place.start();
  }

  private static String kind(Severity severity) {
    return switch (severity) {
      case ERROR -> "error";
      case WARNING -> "warning";
      case INFO -> "notice";
    };
  }

  /** What stands behind the second pair of colons, as the runner reads it. */
  static String data(String text) {
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A");
  }

  /** What stands behind the name of a property. */
  static String property(String text) {
    return data(text).replace(":", "%3A").replace(",", "%2C");
  }

  /**
   * A line of the log that cannot be taken for a command: those begin with {@code ::}, or have an
   * older form anywhere in the line.
   */
  static String logLine(String text) {
    return text.replaceAll("[\\p{Cntrl}\\u2028\\u2029]+", " ").replace("##[", "## [");
  }
}
