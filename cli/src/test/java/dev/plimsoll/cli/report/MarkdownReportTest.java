package dev.plimsoll.cli.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class MarkdownReportTest {

  @Test
  void environmentsAndDiagnosticsAreTables() {
    assertThat(MarkdownReport.render(ReportSamples.full()).lines())
        .startsWith(
            "## Plimsoll",
            "",
            "❌ 1 error, 1 suppressed, 1 not checked in 1 release × 2 environments (1 of 3 cells rendered)",
            "",
            "| environment | errors | warnings | notes | not checked |",
            "|---|---:|---:|---:|---:|",
            "| dev | 1 | 0 | 0 | 1 |",
            "| prod | 1 | 0 | 0 | 0 |",
            "",
            "| | where | what |",
            "|---|---|---|")
        .anyMatch(line -> line.startsWith("| error | `estate/env ü/pr#d,1:2%.yaml:2` | a b \"c\""));
  }

  @Test
  void whatDoesNotFitInACommentIsCounted() {
    String markdown = MarkdownReport.render(ReportSamples.warnings(2000));

    assertThat(markdown).hasSizeLessThan(65_536).containsPattern("no room for \\d+ further");
  }
}
