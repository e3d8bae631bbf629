package dev.plimsoll.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.diagnostic.Affected;
import dev.plimsoll.diagnostic.Diagnostic;
import dev.plimsoll.diagnostic.DiagnosticSink;
import dev.plimsoll.diagnostic.RuleId;
import dev.plimsoll.index.ReleaseObjects;
import dev.plimsoll.manifest.KubernetesObject;
import dev.plimsoll.project.TextTree;
import dev.plimsoll.rule.ObjectFindings;
import dev.plimsoll.rule.Rule;
import dev.plimsoll.rule.RuleContext;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What one line does to several objects is said once. */
final class CommonCausesTest extends AnalyzerBench {

  private static final String FLEET =
      """
      # file: plimsoll.yaml
      apiVersion: plimsoll.dev/v1
      kind: Project
      environments:
        dev: {}
        prod: {}
      releases:
        - {name: a, chart: charts/web}
        - {name: b, chart: charts/web}
        - {name: c, chart: charts/web}
        - {name: d, chart: charts/web}
      # file: charts/web/Chart.yaml
      apiVersion: v2
      name: web
      version: 1.0.0
      icon: https://charts.example.org/web.svg
      # file: charts/web/values.yaml
      {}
      # file: charts/web/templates/web.yaml
      apiVersion: apps/v1
      kind: Deployment
      metadata:
        name: {{ .Release.Name }}
      spec:
        strategy: {type: Recreate}
      """;

  private static final String PLACE = "charts/web/templates/web.yaml:6:20";

  /** Says of every Deployment that its rollouts stop it, in words with its name. */
  private static final Rule STOPS =
      new Rule() {
        @Override
        public RuleId id() {
          return FLOATING;
        }

        @Override
        public void check(RuleContext context, DiagnosticSink sink) {
          ObjectFindings findings = new ObjectFindings(FLOATING);
          for (ReleaseObjects release : context.objects().releases()) {
            for (KubernetesObject object : release.objects()) {
              findings.add(
                  release,
                  object.get("spec", "strategy", "type"),
                  "A rollout of " + object.title() + " stops `" + object.name() + "`.");
            }
          }
          findings.reportTo(sink);
        }
      };

  @Test
  void oneLineOfAChartIsOneDiagnosticOfAllReleases() {
    AnalysisResult result = check(FLEET);

    assertThat(lines(result))
        .containsExactly(
            PLACE
                + " error floating-image-tag: A rollout of Deployment `a` (and 3 more) stops `a`."
                + " [a/dev/, a/prod/, b/dev/, b/prod/, c/dev/, c/prod/, d/dev/, d/prod/]");
    assertThat(result.summary().error()).isEqualTo(1);
    Diagnostic said = result.diagnostics().getFirst();
    assertThat(said.subjects())
        .extracting(subject -> subject.object().name() + " " + subject.affects().size())
        .containsExactly("a 2", "b 2", "c 2", "d 2");
  }

  @Test
  void fewObjectsAreNamed() {
    assertThat(lines(check(FLEET.replace("  - {name: d, chart: charts/web}\n", ""))))
        .singleElement()
        .asString()
        .contains("Deployment `a` (and `b`, `c`) stops");
  }

  @Test
  void oneReleaseOfThemHasItsOwnWords() {
    Diagnostic ofB =
        check(FLEET).diagnostics().getFirst().withAffects(List.of(new Affected("b", "prod", "")));

    assertThat(ofB.message()).isEqualTo("A rollout of Deployment `b` stops `b`.");
    assertThat(ofB.object().orElseThrow().name()).isEqualTo("b");
  }

  @Test
  void aSuppressionAcceptsItForItsReleaseAlone() {
    AnalysisResult result =
        check(
            FLEET.replace(
                "# file: charts/web/Chart.yaml",
                """
                suppressions:
                  - {rule: floating-image-tag, release: a, environment: dev, reason: Soon.}
                  - {rule: floating-image-tag, name: c, reason: Soon.}
                # file: charts/web/Chart.yaml\
                """));

    assertThat(lines(result))
        .containsExactly(
            PLACE
                + " error floating-image-tag: A rollout of Deployment `a` (and `b`, `d`) stops `a`."
                + " [a/prod/, b/dev/, b/prod/, d/dev/, d/prod/]",
            PLACE
                + " error floating-image-tag: A rollout of Deployment `a` (and `c`) stops `a`."
                + " [a/dev/, c/dev/, c/prod/] accepted: Soon.");
    assertThat(result.suppressions()).extracting(SuppressionUse::matched).containsExactly(1, 1);
  }

  @Test
  void aReleaseThatIsAddedLeavesTheBaselineOfTheOthersAlone() {
    String fewer = FLEET.replace("  - {name: a, chart: charts/web}\n", "");
    String baseline = Baseline.write(check(fewer).diagnostics());
    TextTree files = TextTree.of(FLEET).put(Baseline.FILE, baseline);

    AnalysisResult result = check(files);

    assertThat(baseline.lines().filter(line -> line.contains("fingerprint"))).hasSize(3);
    assertThat(lines(result))
        .containsExactly(
            PLACE
                + " error floating-image-tag: A rollout of Deployment `a` stops `a`."
                + " [a/dev/, a/prod/]",
            PLACE
                + " error floating-image-tag: A rollout of Deployment `b` (and `c`, `d`) stops `b`."
                + " [b/dev/, b/prod/, c/dev/, c/prod/, d/dev/, d/prod/]"
                + " accepted: It is in the baseline.");
  }

  @Test
  void theBaselineKnowsEachObjectAsItWouldAlone() {
    String alone = FLEET.replaceAll("  - \\{name: [acd], chart: charts/web}\n", "");

    String ofOne = Baseline.write(check(alone).diagnostics());
    String ofAll = Baseline.write(check(FLEET).diagnostics());

    assertThat(ofOne.lines().filter(line -> line.contains("fingerprint")))
        .singleElement()
        .satisfies(entry -> assertThat(ofAll).contains(entry));
  }

  private static AnalysisResult check(String workspace) {
    return check(TextTree.of(workspace));
  }

  private static AnalysisResult check(TextTree files) {
    return new Analyzer(catalog(), List.of(STOPS))
        .analyze(new Workspace(files, AnalysisOptions.none(), TODAY));
  }
}
