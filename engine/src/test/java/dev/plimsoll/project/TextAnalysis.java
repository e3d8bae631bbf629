package dev.plimsoll.project;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.analysis.AnalysisOptions;
import dev.plimsoll.analysis.AnalysisResult;
import dev.plimsoll.analysis.Analyzer;
import dev.plimsoll.analysis.Workspace;
import dev.plimsoll.diagnostic.Diagnostic;
import dev.plimsoll.rule.RuleCatalog;
import dev.plimsoll.rule.RuleMetadata;
import java.time.LocalDate;
import java.util.List;

/** What an analysis says of a workspace that is written in one text block. */
public final class TextAnalysis {

  private TextAnalysis() {}

  /**
   * Analyses the files of {@code text}; fails where there is a bug.
   *
   * @param known the rules that are built in, which only have metadata
   */
  public static AnalysisResult analyze(String text, RuleMetadata... known) {
    AnalysisResult result =
        new Analyzer(new RuleCatalog(List.of(known)), List.of())
            .analyze(
                new Workspace(
                    TextTree.of(text), AnalysisOptions.none(), LocalDate.of(2026, 11, 26)));
    assertThat(result.bugs()).isEmpty();
    return result;
  }

  /** Everything that is said of each diagnostic that nobody accepts, a line each. */
  static List<String> said(AnalysisResult result) {
    return result.diagnostics().stream()
        .filter(each -> each.accepted().isEmpty())
        .map(each -> line(each) + " " + each.affects())
        .toList();
  }

  /** A diagnostic as one line, without what it affects. */
  public static String line(Diagnostic diagnostic) {
    return diagnostic.location()
        + " "
        + diagnostic.severity().label()
        + " "
        + diagnostic.rule()
        + ": "
        + diagnostic.message();
  }
}
