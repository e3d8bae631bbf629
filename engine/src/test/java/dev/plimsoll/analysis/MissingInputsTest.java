package dev.plimsoll.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.index.ReleaseObjects;
import dev.plimsoll.manifest.Field;
import dev.plimsoll.manifest.KubernetesObject;
import dev.plimsoll.project.ProjectRules;
import dev.plimsoll.project.TextTree;
import dev.plimsoll.rule.ObjectFindings;
import dev.plimsoll.rule.ReleaseObjectsRule;
import dev.plimsoll.rule.Rule;
import dev.plimsoll.rule.RuleCatalog;
import dev.plimsoll.source.FileContent;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is said where files are missing, broken, or may not be read. */
final class MissingInputsTest extends AnalyzerBench {

  private static final String CONFIG =
      """
      # file: charts/shop/templates/config.yaml
      apiVersion: v1
      kind: ConfigMap
      metadata: {name: shop}
      data:
        tag: {{ .Values.tag }}\
      """;

  /** The same of the objects that are rendered. */
  private static final Rule MOVING_TAGS =
      new ReleaseObjectsRule(FLOATING) {
        @Override
        protected void check(ReleaseObjects release, Settings settings, ObjectFindings findings) {
          for (KubernetesObject object : release.objects()) {
            Field tag = object.root().get("data").get("tag");
            if (tag.text().filter("latest"::equals).isPresent()) {
              findings.add(release, tag, object.title() + " has a tag that moves.");
            }
          }
        }
      };

  @Test
  void anEnvironmentThatIsNotThereIsWrongUsage() {
    AnalysisResult result = analyze(ESTATE, catalog(), environment("prd"));

    assertThat(result.usageErrors())
        .containsExactly(
            "There is no environment `prd` (did you mean `prod`?); there is dev, prod.");
    assertThat(result.estate().releases()).isEmpty();
  }

  @Test
  void aMissingLayerIsPointedAtWhereItIsNamed() {
    String estate =
        ESTATE.replace(
            "# file: environments/prod/values.yaml", "# file: environments/prod/value.yaml");

    assertThat(lines(analyze(estate)))
        .contains(
            "plimsoll.yaml:10:14 error missing-values-layer: There is no values file"
                + " `environments/prod/values.yaml`, so Helm would stop; did you mean"
                + " `environments/prod/value.yaml`? [shop/prod/prod-eu, shop/prod/prod-us]");
  }

  @Test
  void whatAMissingFileWouldDecideIsNotSaidOfItsRelease() {
    List<String> found = lines(analyzeObjects(withoutFileOfProd(""), catalog()));

    assertThat(found)
        .contains(
            "charts/shop/values.yaml:1:6 info floating-image-tag: ConfigMap `shop` has a tag that"
                + " moves. [shop/dev/dev-us]")
        .filteredOn(line -> line.contains("missing-values-layer"))
        .hasSize(1);
  }

  @Test
  void whatNoValueDecidesIsSaidWhereAFileIsMissing() {
    String estate = withoutFileOfProd("").replace("tag: {{ .Values.tag }}", "tag: latest");

    assertThat(lines(analyzeObjects(estate, catalog())))
        .contains(
            "charts/shop/templates/config.yaml:5:8 error floating-image-tag: ConfigMap `shop` has a"
                + " tag that moves. [shop/dev/dev-us, shop/prod/prod-eu, shop/prod/prod-us]");
  }

  @Test
  void whatAStrongerLayerDecidesIsSaidWhereAFileIsMissing() {
    String estate =
        withoutFileOfProd("")
                .replace("values.yaml\"]", "values.yaml\", \"environments/last.yaml\"]")
            + "# file: environments/last.yaml\ntag: latest\n";

    assertThat(lines(analyzeObjects(estate, catalog())))
        .anyMatch(line ->
            line.startsWith("environments/last.yaml:1:6 error floating-image-tag")
                && line.endsWith("[shop/dev/dev-us, shop/prod/prod-eu, shop/prod/prod-us]"));
  }

  @Test
  void whoAcceptsThatAFileIsMissingIsToldWhatTheValuesMakeWithoutIt() {
    String estate =
        withoutFileOfProd(
            "suppressions: [{rule: missing-values-layer, release: shop, reason: Known.}]\n");

    assertThat(lines(analyzeObjects(estate, catalog())))
        .anyMatch(line ->
            line.startsWith("charts/shop/values.yaml:1:6 error floating-image-tag")
                && line.endsWith("[shop/dev/dev-us, shop/prod/prod-eu, shop/prod/prod-us]"));
  }

  private static String withoutFileOfProd(String section) {
    return withSection(section)
        .replace("# file: environments/prod/values.yaml", "# file: environments/prod/value.yaml")
        .replace("# file: charts/shop/templates/values.yaml\n{{ toYaml .Values }}", CONFIG);
  }

  private static AnalysisResult analyzeObjects(String estate, RuleCatalog catalog) {
    return new Analyzer(catalog, List.of(MOVING_TAGS))
        .analyze(new Workspace(TextTree.of(estate), AnalysisOptions.none(), TODAY));
  }

  @Test
  void aDependencyThatIsNotThereIsNotChecked() {
    TextTree files = TextTree.of(ESTATE);
    files.put(
        "charts/shop/Chart.yaml",
        """
        apiVersion: v2
        name: shop
        version: 1.0.0
        icon: https://charts.example.org/shop.svg
        dependencies:
          - {name: "cache", version: 1.x.x, repository: https://charts.example.org}
        """);
    AnalysisResult result = analyze(files, catalog(), AnalysisOptions.none());

    assertThat(result.notChecked())
        .singleElement()
        .satisfies(found -> {
          assertThat(found.location()).hasToString("charts/shop/Chart.yaml:6:12");
          assertThat(found.reason()).contains("`cache` is not in `charts`");
          assertThat(found.affects()).hasSize(3);
        });
  }

  @Test
  void aLayerThatMayNotBeReadIsNotChecked() {
    TextTree files =
        TextTree.of(ESTATE)
            .put("environments/prod/values.yaml", new FileContent.Refused("It is too large."));

    assertThat(analyze(files, catalog(), AnalysisOptions.none()).notChecked())
        .extracting(each -> each.location() + " " + each.reason() + " " + each.affects().size())
        .containsExactly(
            "plimsoll.yaml:10:14 The values file `environments/prod/values.yaml` was not read: It"
                + " is too large. 2");
  }

  @Test
  void aMissingChartIsPointedAtWhereItIsNamed() {
    AnalysisResult result = analyze(ESTATE.replace("chart: charts/shop", "chart: charts/shp"));

    assertThat(lines(result))
        .contains(
            "plimsoll.yaml:8:12 error invalid-project-file: There is no chart `charts/shp`; did you"
                + " mean `charts/shop`? [shop/dev/dev-us, shop/prod/prod-eu, shop/prod/prod-us]");
    assertThat(result.estate().releases()).isEmpty();
    assertThat(result.estate().charts()).hasSize(1);
  }

  @Test
  void aChartInARegistryIsNotCheckedUnlessThatIsAccepted() {
    String estate =
        ESTATE.replace("chart: charts/shop", "chart: oci://registry.example/charts/shop");
    String suppressed =
        estate.replace(
            "releases:",
            "suppressions: [{rule: not-checked, release: shop, reason: Vendored soon.}]\n"
                + "releases:");

    assertThat(analyze(estate).notChecked())
        .singleElement()
        .matches(each -> each.affects().size() == 3)
        .matches(each -> each.accepted().isEmpty());
    assertThat(analyze(suppressed).notChecked())
        .singleElement()
        .matches(each -> each.accepted().isPresent());
  }

  @Test
  void aClusterPlaceholderNeedsClusters() {
    String estate =
        ESTATE
            .replace("dev: {clusters: [dev-us]}", "dev:")
            .replace("shop-{environment}", "shop-{cluster}");

    assertThat(lines(analyze(estate)))
        .contains(
            "plimsoll.yaml:9:16 error invalid-project-file: The environment `dev` names no"
                + " clusters, so there is nothing to put for `{cluster}`. []");
  }

  @Test
  void everyBrokenFileIsReportedWithTheCellsThatUseIt() {
    TextTree files = TextTree.of(ESTATE);
    files.put("charts/shop/values.yaml", "tag: latest\nimage: {\n");
    files.put("environments/dev/values.yaml", "replicas: [1\n");
    files.put("old/values-test.yaml", "a: 'b\n");

    assertThat(analyze(files, catalog(), AnalysisOptions.none()).diagnostics())
        .filteredOn(each -> each.rule().value().equals("invalid-yaml"))
        .extracting(each -> each.location().file().path() + " " + each.affects().size())
        .contains(
            "charts/shop/values.yaml 3",
            "environments/dev/values.yaml 1",
            "old/values-test.yaml 0");
  }

  @Test
  void anUnreadableProjectFileStopsEverything() {
    AnalysisResult result = analyze(ESTATE.replace("kind: Project", "kind: ["));

    assertThat(result.projectUnreadable()).isTrue();
    assertThat(result.estate().releases()).isEmpty();
    assertThat(result.diagnostics())
        .isNotEmpty()
        .allMatch(each -> each.rule().equals(ProjectRules.INVALID_PROJECT_FILE));
  }
}
