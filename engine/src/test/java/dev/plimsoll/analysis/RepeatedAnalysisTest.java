package dev.plimsoll.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.project.TextTree;
import dev.plimsoll.rule.RuleCatalog;
import dev.plimsoll.values.GoScalar;
import dev.plimsoll.values.ScalarValue;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What an analysis takes over from the one before. */
final class RepeatedAnalysisTest extends AnalyzerBench {

  @Test
  void anUnchangedPartIsNotComputedAgain() {
    Analyzer analyzer = new Analyzer(catalog(), List.of(TAGS));
    AnalysisResult before =
        analyzer.analyze(new Workspace(TextTree.of(ESTATE), AnalysisOptions.none(), TODAY));
    TextTree edited = TextTree.of(ESTATE).put("environments/prod/values.yaml", "replicas: 4\n");
    AnalysisResult after = analyzer.analyze(new Workspace(edited, AnalysisOptions.none(), TODAY));

    assertThat(after.estate().releases().getFirst().effective())
        .isSameAs(before.estate().releases().getFirst().effective());
    assertThat(after.estate().charts().getFirst()).isSameAs(before.estate().charts().getFirst());
    assertThat(number(after.estate().releases().get(1), "replicas")).isEqualTo(4);

    TextTree chartEdited = edited.put("charts/shop/values.yaml", "tag: v1\nreplicas: 1\n");
    assertThat(
            analyzer
                .analyze(new Workspace(chartEdited, AnalysisOptions.none(), TODAY))
                .diagnostics())
        .isEmpty();
  }

  /** Helmfiles are found again while nothing that they are made of changes, and no longer. */
  @Test
  void helmfilesFollowTheirFilesAndNotThoseOfReleases() {
    TextTree files =
        TextTree.of(
            """
            # file: helmfile.yaml.gotmpl
            environments:
              dev: {values: [env.yaml]}
            ---
            releases:
              - name: shop-{{ .Values.color }}
                chart: ./charts/shop
                values: [shop.yaml]
            # file: env.yaml
            color: red
            # file: shop.yaml
            replicas: 1
            # file: charts/shop/Chart.yaml
            apiVersion: v2
            name: shop
            version: 1.0.0
            """);
    Analyzer analyzer = new Analyzer(new RuleCatalog(List.of()), List.of());
    Workspace workspace = new Workspace(files, AnalysisOptions.none(), TODAY);
    AnalysisResult first = analyzer.analyze(workspace);
    files.put("shop.yaml", "replicas: 2\n");
    AnalysisResult edited = analyzer.analyze(workspace);
    files.put("env.yaml", "color: blue\n");
    AnalysisResult renamed = analyzer.analyze(workspace);

    assertThat(edited.estate().helmfiles().environments().getFirst())
        .isSameAs(first.estate().helmfiles().environments().getFirst());
    assertThat(edited.estate().releases().getFirst().effective().values().entries().get("replicas"))
        .extracting(value -> ((ScalarValue) value).content())
        .isEqualTo(new GoScalar.Float64(2));
    assertThat(renamed.estate().releases())
        .extracting(release -> release.cell().release())
        .containsExactly("shop-blue");
  }
}
