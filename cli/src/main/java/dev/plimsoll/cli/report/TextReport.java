package dev.plimsoll.cli.report;

import dev.plimsoll.analysis.Summary;
import dev.plimsoll.cli.terminal.Palette;
import dev.plimsoll.diagnostic.AffectsText;
import dev.plimsoll.diagnostic.Diagnostic;
import dev.plimsoll.diagnostic.Precision;
import dev.plimsoll.diagnostic.Severity;
import dev.plimsoll.rule.RuleLinks;
import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;

/**
 * The report for people: each diagnostic with its source line, what it affects, the places that
 * explain it and the fix; then what was not checked; then one line of numbers.
 */
public final class TextReport {

  private final Palette palette;
  private final Severity least;
  private final String prefix;

  /**
   * @param least diagnostics below it are counted and not shown
   * @param prefix stands before every path, so that a terminal can follow it: the way from the
   *     working directory to the workspace, ending with {@code /}; or empty
   */
  public TextReport(Palette palette, Severity least, String prefix) {
    this.palette = palette;
    this.least = least;
    this.prefix = prefix;
  }

  /** The whole report, ending with a line end. */
  public String render(CheckReport report) {
    StringBuilder out = new StringBuilder();
    for (ShownDiagnostic diagnostic : report.diagnostics()) {
      if (diagnostic.counts() && diagnostic.severity().isAtLeast(least)) {
        out.append(render(diagnostic)).append('\n');
      }
    }
    for (ShownNotChecked notChecked : report.notChecked()) {
      out.append(notChecked(notChecked));
    }
    if (!report.notChecked().isEmpty()) {
      out.append('\n');
    }
    return out.append(colored(report.summary())).append('\n').toString();
  }

  /** One diagnostic, ending with a line end; a secret in its line is not shown. */
  public String render(Diagnostic diagnostic) {
    return render(
        ShownDiagnostic.of(
            diagnostic, SecretMask.of(List.of(diagnostic)), new RuleLinks(List.of())));
  }

  private String render(ShownDiagnostic diagnostic) {
    Severity severity = diagnostic.severity();
    StringBuilder out = new StringBuilder();
    out.append(palette.severity(severity, severity.label() + "[" + diagnostic.rule() + "]"))
        .append(palette.bold(": " + diagnostic.message()))
        .append('\n')
        .append(new Snippet(palette, prefix).render(diagnostic.place(), severity));
    String indent = " ".repeat(Snippet.numberWidth(diagnostic.place()) + 1);
    for (String note : notes(diagnostic)) {
      out.append(palette.frame(indent + "= ")).append(note).append('\n');
    }
    return out.toString();
  }

  private List<String> notes(ShownDiagnostic diagnostic) {
    List<String> notes = new ArrayList<>();
    if (!diagnostic.affects().isEmpty()) {
      notes.add("affects " + AffectsText.of(diagnostic.affects()));
    }
    for (ShownDiagnostic.Related related : diagnostic.related()) {
      notes.add(place(related.place()) + ": " + related.message());
    }
    if (diagnostic.precision() != Precision.EXACT) {
      notes.add("the place is " + diagnostic.precision().label());
    }
    for (ShownFix fix : diagnostic.fixes()) {
      notes.add(palette.help("fix") + " (" + fix.applicability().label() + "): " + fix.title());
    }
    return notes;
  }

  private String notChecked(ShownNotChecked notChecked) {
    String affects = AffectsText.of(notChecked.affects());
    return palette.bold("not checked")
        + ": "
        + place(notChecked.place())
        + ": "
        + notChecked.reason()
        + (affects.isEmpty() ? "" : " (affects " + affects + ")")
        + "\n";
  }

  private String place(ShownPlace place) {
    return ShownPath.of(prefix, place.file()) + ":" + place.start();
  }

  private String colored(Summary summary) {
    return summary(summary, palette) + hidden(summary);
  }

  /** The last line without colours. */
  static String summary(Summary summary) {
    return summary(summary, new Palette(false));
  }

  private static String summary(Summary summary, Palette palette) {
    StringJoiner found = new StringJoiner(", ");
    for (Severity severity : Severity.values()) {
      long count = summary.count(severity);
      if (count > 0) {
        String noun = severity == Severity.INFO ? "note" : severity.label();
        found.add(palette.severity(severity, Counts.of(count, noun)));
      }
    }
    if (found.length() == 0) {
      found.add("no problems");
    }
    if (summary.suppressed() > 0) {
      found.add(summary.suppressed() + " suppressed");
    }
    if (summary.notChecked() > 0) {
      found.add(summary.notChecked() + " not checked");
    }
    return found + (summary.cells() == 0 ? "; " : " in ") + scope(summary);
  }

  private String hidden(Summary summary) {
    boolean hides = summary.info() > 0 && !Severity.INFO.isAtLeast(least);
    return hides ? "; --show info shows the " + (summary.info() == 1 ? "note" : "notes") : "";
  }

  /** What was looked at; what could not be rendered was not looked at in full. */
  static String scope(Summary summary) {
    int cells = summary.cells();
    if (cells == 0) {
      return "nothing was rendered";
    }
    boolean isComplete = summary.renders() == cells;
    return Counts.of(summary.releases(), "release")
        + " × "
        + Counts.of(summary.environments(), "environment")
        + " ("
        + (isComplete ? "" : summary.renders() + " of ")
        + Counts.of(cells, "cell")
        + (isComplete ? "" : " rendered")
        + ")";
  }
}
