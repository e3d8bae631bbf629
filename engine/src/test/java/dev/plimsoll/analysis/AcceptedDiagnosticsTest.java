package dev.plimsoll.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.diagnostic.Affected;
import dev.plimsoll.diagnostic.Diagnostic;
import dev.plimsoll.diagnostic.TextEdit;
import dev.plimsoll.project.ProjectRules;
import dev.plimsoll.project.TextTree;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What suppressions and the baseline accept of what is found. */
final class AcceptedDiagnosticsTest extends AnalyzerBench {

  @Test
  void aSuppressionOfOneEnvironmentLeavesTheOthers() {
    AnalysisResult result =
        analyze(
            withSection(
                "suppressions: [{rule: floating-image-tag, environment: prod, reason: Soon., owner:"
                    + " a, expires: 2026-11-23}]"));

    assertThat(lines(result))
        .containsExactly(
            "charts/shop/values.yaml:1:6 error floating-image-tag: The tag may move."
                + " [shop/prod/prod-eu, shop/prod/prod-us] accepted: Soon.",
            "charts/shop/values.yaml:1:6 info floating-image-tag: The tag may move."
                + " [shop/dev/dev-us]");
    assertThat(result.summary().suppressed()).isEqualTo(1);
    assertThat(result.summary().error()).isZero();
    assertThat(result.suppressions()).extracting(SuppressionUse::matched).containsExactly(1);
  }

  @Test
  void aSuppressionMatchesByReleaseClusterAndPath() {
    assertThat(accepted("release: shop")).hasSize(3);
    assertThat(accepted("release: other")).isEmpty();
    assertThat(accepted("cluster: prod-eu"))
        .containsExactly(new Affected("shop", "prod", "prod-eu"));
    assertThat(accepted("path: 'charts/**'")).hasSize(3);
    assertThat(accepted("path: 'environments/**'")).isEmpty();
  }

  @Test
  void anExpiredSuppressionAcceptsNothing() {
    AnalysisResult result =
        analyze(
            withSection(
                "suppressions: [{rule: floating-image-tag, reason: Soon., expires: 2026-11-22}]"));

    assertThat(lines(result))
        .anyMatch(line -> line.contains("error floating-image-tag"))
        .contains(
            "plimsoll.yaml:11:67 warning expired-suppression: This suppression held until"
                + " 2026-11-22 and accepts nothing any more; mend what it matches, or decide again"
                + " and set a new date. []");
  }

  @Test
  void anUnusedSuppressionIsPointedAtAndCanBeRemoved() {
    AnalysisResult result =
        analyze(
            withSection(
                """
                suppressions:
                  - rule: floating-image-tag
                    environment: prd
                    reason: Soon.
                  - {rule: floating-image-tag, reason: All.}
                """));

    Diagnostic unused =
        result.diagnostics().stream()
            .filter(each -> each.rule().equals(ProjectRules.UNUSED_SUPPRESSION))
            .findFirst()
            .orElseThrow();
    assertThat(unused.message())
        .isEqualTo(
            "This suppression matches nothing, because there is no environment `prd`; did you mean"
                + " `prod`?");
    assertThat(unused.location()).hasToString("plimsoll.yaml:13:18");
    assertThat(applied(unused))
        .doesNotContain("prd")
        .contains("suppressions:\n  - {rule: floating");
  }

  @Test
  void aPartOfTheMatrixDoesNotMakeASuppressionUnused() {
    AnalysisResult result =
        analyze(
            withSection(
                "suppressions: [{rule: floating-image-tag, environment: prod, reason: Soon.}]"),
            catalog(),
            environment("dev"));

    assertThat(lines(result))
        .containsExactly(
            "charts/shop/values.yaml:1:6 info floating-image-tag: The tag may move."
                + " [shop/dev/dev-us]");
  }

  @Test
  void aBaselineAcceptsWhatWasThereAndNothingNew() {
    String baseline = Baseline.write(analyze(ESTATE, catalog(), environment("dev")).diagnostics());
    TextTree files = TextTree.of(ESTATE).put(Baseline.FILE, baseline);
    AnalysisResult result = analyze(files, catalog(), AnalysisOptions.none());

    assertThat(lines(result))
        .containsExactly(
            "charts/shop/values.yaml:1:6 error floating-image-tag: The tag may move."
                + " [shop/prod/prod-eu, shop/prod/prod-us]",
            "charts/shop/values.yaml:1:6 info floating-image-tag: The tag may move."
                + " [shop/dev/dev-us] accepted: It is in the baseline.");

    files.put(Baseline.FILE, Baseline.write(result.diagnostics()));
    assertThat(analyze(files, catalog(), AnalysisOptions.none()).diagnostics())
        .allMatch(each -> each.accepted().isPresent());
  }

  @Test
  void aBrokenBaselineIsSaidAndAcceptsNothing() {
    TextTree files = TextTree.of(ESTATE).put(Baseline.FILE, "{\"schemaVersion\": 2}");

    assertThat(lines(analyze(files, catalog(), AnalysisOptions.none())))
        .hasSize(2)
        .contains(
            ".plimsoll-baseline.json:1:1 error invalid-project-file: This is no baseline that"
                + " Plimsoll can read; write it again with `plimsoll baseline`. []");
  }

  private static List<Affected> accepted(String scope) {
    return analyze(
            withSection("suppressions: [{rule: floating-image-tag, reason: r, " + scope + "}]"))
        .diagnostics()
        .stream()
        .filter(each -> each.accepted().isPresent())
        .flatMap(each -> each.affects().stream())
        .toList();
  }

  private static String applied(Diagnostic diagnostic) {
    TextEdit edit = diagnostic.fixes().getFirst().edits().getFirst();
    String text = edit.location().file().text();
    return text.substring(0, edit.location().span().start())
        + edit.newText()
        + text.substring(edit.location().span().end());
  }
}
