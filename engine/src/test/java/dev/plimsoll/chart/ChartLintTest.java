package dev.plimsoll.chart;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.diagnostic.Diagnostic;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Places and rules; the texts are in the examples of the rules. */
final class ChartLintTest {

  private static final String HEAD =
      """
      apiVersion: v2
      name: app
      version: 1.0.0
      icon: https://charts.example.org/app.svg
      """;

  private final ChartTree tree = new ChartTree();

  @Test
  void isSilentOnAHealthyChart() {
    assertThat(
            lint(
                HEAD
                    + """
                    appVersion: "1.10"
                    home: https://example.org
                    sources: [https://git.example.org/app]
                    keywords: [web, 2]
                    annotations: {category: 1}
                    deprecated: false
                    maintainers:
                      - name: Harbour
                        email: harbour@example.org
                        url: https://example.org/~harbour
                      - {name: Quay, url: example.org/quay}
                    """))
        .isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "type: cart | unloadable-chart 5:7",
        "sources: https://git.example.org | chart-field-type-mismatch 5:10",
        "sources: [''] | invalid-chart-source 5:11",
        "sources: [/srv/git] | invalid-chart-source 5:11",
        "keywords: {web: true} | chart-field-type-mismatch 5:11",
        "annotations: {a: {b: c}} | chart-field-type-mismatch 5:18",
        "deprecated: 'true' | chart-field-type-mismatch 5:13",
        "description: [a] | chart-field-type-mismatch 5:14",
        "appVersion: 1.10 | chart-field-type-mismatch 5:13",
        "maintainers: [~] | invalid-chart-maintainer 5:15",
        "maintainers: [{email: a@b.example}] | invalid-chart-maintainer 5:16",
        "maintainers: [{name: a, email: a@b}] | invalid-chart-maintainer 5:32",
        "maintainers: [{name: a, url: here}] | invalid-chart-maintainer 5:30",
        "maintainers: [{name: a, mail: x}] | unknown-chart-field 5:25",
        "dependencies: [~] | unloadable-chart 5:16",
        "dependencies: [{name: a b, alias: a b, version: 1.x, repository: x}]"
            + " | unloadable-chart 5:35 missing-dependency 5:23",
        "extra: 1 | unknown-chart-field 5:1",
        "KubeVersion: '>=1.30' | ''",
      })
  void says(String line, String expected) {
    assertThat(String.join(" ", lint(HEAD + line + "\n"))).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "v1.2.3, non-strict-chart-version",
    "1, non-strict-chart-version",
    "01.2.3, non-strict-chart-version",
    "0.0.0-0, invalid-chart-version",
    "1.2.3.4, invalid-chart-version",
    "1.2.3-rc.1+b, ''",
  })
  void judgesVersions(String version, String rule) {
    String chart = HEAD.replace("version: 1.0.0", "version: '" + version + "'");
    assertThat(lint(chart)).isEqualTo(rule.isEmpty() ? List.of() : List.of(rule + " 3:10"));
  }

  @Test
  void saysEverythingThatAnEmptyHeadLacks() {
    assertThat(lint("description: Nothing else\n"))
        .containsExactlyInAnyOrder(
            "missing-chart-name 1:1",
            "invalid-chart-api-version 1:1",
            "missing-chart-version 1:1",
            "missing-chart-icon 1:1");
  }

  @Test
  void saysOfSubchartsOnlyWhatStopsHelm() {
    tree.with("charts/cache/Chart.yaml", "name: cache\nversion: one\ndeprecated: true\nx: 1\n");
    assertThat(lint(HEAD + "dependencies:\n- {name: cache, version: 1.x}\n"))
        .containsExactly("unloadable-dependency 2:10");
  }

  @Test
  void judgesEveryDocumentOfACrd() {
    tree.with(
            "crds/a.yaml",
            """
            # A licence.
            ---
            apiVersion: apiextensions.k8s.io/v1
            kind: CustomResourceDefinition
            ---
            apiVersion: apps/v1
            kind: CustomResourceDefinition
            ---
            kind: Secret
            """)
        .with("crds/b.yml", "kind: {{ .Values.kind }}\n")
        .with("crds/README.md", "kind: Readme\n");
    assertThat(lint(HEAD))
        .containsExactly("invalid-crd-file 6:13", "invalid-crd-file 9:7", "invalid-crd-file 1:7");
  }

  /** Rules with line and column of what they say. */
  private List<String> lint(String chartYaml) {
    tree.with("Chart.yaml", chartYaml)
        .with("values.yaml", "a: 1\n")
        .with("templates/a.yaml", "a: {{ .Values.a }}\n");
    List<Diagnostic> loaded = new ArrayList<>();
    Chart chart = new ChartLoader().load(tree, "", loaded::add).orElseThrow();
    assertThat(loaded).isEmpty();
    List<Diagnostic> found = new ArrayList<>();
    ChartLint.lint(chart, loaded, found::add);
    return found.stream().map(each -> each.rule() + " " + each.location().position()).toList();
  }
}
