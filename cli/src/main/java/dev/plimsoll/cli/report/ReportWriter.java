package dev.plimsoll.cli.report;

import dev.plimsoll.cli.terminal.Palette;
import dev.plimsoll.diagnostic.Severity;
import dev.plimsoll.project.OwnRules;
import dev.plimsoll.rule.RuleCatalog;
import java.time.LocalDate;
import java.util.function.Supplier;

/**
 * Writes a report in any form.
 *
 * @param least what the text form shows in full
 * @param failOn what the run fails on
 * @param today when the run is made
 * @param catalog says what the built-in rules are about, for the forms that say it
 */
public record ReportWriter(
    Severity least, Severity failOn, LocalDate today, Supplier<RuleCatalog> catalog) {

  /**
   * The whole report.
   *
   * @param palette colours the text form
   */
  public String render(ReportFormat format, CheckReport report, Palette palette) {
    return switch (format) {
      case TEXT -> new TextReport(palette, least, report.prefix()).render(report);
      case JSON -> JsonReport.render(report);
      case SARIF -> SarifReport.render(report, catalog(report));
      case JUNIT -> new JunitReport(report, failOn).render();
      case GITHUB -> GithubReport.render(report);
      case GITLAB -> GitlabQualityReport.render(report);
      case GITLAB_SAST -> GitlabSastReport.render(report, today, catalog(report));
      case MARKDOWN -> MarkdownReport.render(report);
      case HTML -> HtmlReport.render(report, catalog(report));
    };
  }

  private RuleCatalog catalog(CheckReport report) {
    return OwnRules.joined(catalog.get(), report.ownRules());
  }
}
