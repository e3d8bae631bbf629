package dev.plimsoll.chart;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.diagnostic.Diagnostic;
import dev.plimsoll.source.FileContent;
import dev.plimsoll.source.Located;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ChartLoaderTest {

  private static final String CHART =
      """
      apiVersion: v2
      name: shop
      version: 1.2.0
      """;

  private final List<Diagnostic> diagnostics = new ArrayList<>();
  private final ChartTree tree = new ChartTree();

  @Test
  void loadsAFolder() {
    tree.with("charts/shop/Chart.yaml", CHART + "appVersion: 2\ndeprecated: true\n")
        .with("charts/shop/values.yaml", "replicas: 2\n")
        .with("charts/shop/values.schema.json", "{}")
        .with("charts/shop/templates/web.yaml", "kind: Deployment")
        .with("charts/shop/templates/_lib.tpl", "")
        .with("charts/shop/templates/.swp", "")
        .with("charts/shop/crds/a.yaml", "")
        .with("charts/shop/README.md", "")
        .with("charts/shop/conf/a.ini", "");
    Chart chart = load("charts/shop");

    assertThat(diagnostics).isEmpty();
    assertThat(chart.path()).isEqualTo("charts/shop");
    assertThat(chart.metadata().name().location()).hasToString("charts/shop/Chart.yaml:2:7");
    assertThat(chart.metadata().appVersion().map(Located::value)).contains("2");
    assertThat(chart.metadata().deprecated().map(Located::value)).contains(true);
    assertThat(chart.values()).isPresent();
    assertThat(chart.schema()).isPresent();
    assertThat(chart.templates())
        .extracting(ChartFile::name)
        .containsExactly("templates/_lib.tpl", "templates/web.yaml");
    assertThat(chart.crds()).extracting(ChartFile::name).containsExactly("crds/a.yaml");
    assertThat(chart.files())
        .extracting(ChartFile::name)
        .containsExactly("README.md", "conf/a.ini");
  }

  @Test
  void readsOtherFilesOnlyWhenAsked() {
    tree.with("Chart.yaml", CHART).with("templates/a.yaml", "a: 1").with("big.bin", "x");
    Chart chart = load("");
    assertThat(tree.reads("templates/a.yaml") + tree.reads("big.bin")).isZero();

    ChartFile template = chart.templates().getFirst();
    assertThat(template.content()).isSameAs(template.content());
    assertThat(tree.reads("templates/a.yaml")).isOne();
  }

  @Test
  void readsDependencies() {
    tree.with(
        "Chart.yaml",
        CHART
            + """
            dependencies:
              - name: cache
                version: ~1.2
                repository: https://charts.example.com
                alias: sessions
                condition: sessions.enabled,global.cache
                tags: [data]
                import-values:
                  - web
                  - child: a.b
                    parent: c
            """);
    Dependency dependency = load("").metadata().dependencies().getFirst();

    assertThat(dependency.valuesKey()).isEqualTo("sessions");
    assertThat(dependency.version().map(Located::value)).contains("~1.2");
    assertThat(dependency.condition().orElseThrow().location()).hasToString("Chart.yaml:9:16");
    assertThat(dependency.tags()).extracting(Located::value).containsExactly("data");
    assertThat(dependency.importValues())
        .extracting(Dependency.ImportValues::child, Dependency.ImportValues::parent)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("exports.web", "."),
            org.assertj.core.groups.Tuple.tuple("a.b", "c"));
    assertThat(dependency.location()).hasToString("Chart.yaml:5:5");
  }

  @Test
  void takesDependenciesOfAFirstVersionChartFromRequirements() {
    tree.with("Chart.yaml", "apiVersion: v1\nname: old\nversion: 1.0.0\n")
        .with("requirements.yaml", "dependencies:\n- {name: cache, version: 1.x}\n")
        .with("requirements.lock", "dependencies:\n- {name: cache, version: 1.4.0}\n");
    Chart chart = load("");
    assertThat(chart.metadata().dependencies().getFirst().name().location())
        .hasToString("requirements.yaml:2:10");
    assertThat(chart.lock().orElseThrow().dependencies().getFirst().name().value())
        .isEqualTo("cache");
    assertThat(chart.files())
        .extracting(ChartFile::name)
        .containsExactly("requirements.lock", "requirements.yaml");
  }

  @Test
  void loadsSubchartsFromFoldersAndArchives() {
    byte[] archive =
        new TestArchive()
            .with("cache/Chart.yaml", chart("cache"))
            .with("cache/values.yaml", "size: 1\n")
            .with("cache/charts/inner/Chart.yaml", chart("inner"))
            .build();
    tree.with("shop/Chart.yaml", CHART)
        .with("shop/charts/cache-1.0.0.tgz", archive)
        .with("shop/charts/cache-1.0.0.tgz.prov", "signature")
        .with("shop/charts/_off/Chart.yaml", chart("off"))
        .with("shop/charts/db/Chart.yaml", chart("db") + "type: library\n")
        .with("shop/charts/db/charts/deep/Chart.yaml", chart("deep"));
    Chart chart = load("shop");

    assertThat(diagnostics).isEmpty();
    assertThat(chart.subcharts()).extracting(Chart::name).containsExactly("cache", "db");
    Chart cache = chart.subcharts().getFirst();
    assertThat(cache.path()).isEqualTo("shop/charts/cache-1.0.0.tgz!cache");
    assertThat(cache.values().orElseThrow().source().path())
        .isEqualTo("shop/charts/cache-1.0.0.tgz!cache/values.yaml");
    assertThat(cache.subcharts().getFirst().chartYaml().source().path())
        .isEqualTo("shop/charts/cache-1.0.0.tgz!cache/charts/inner/Chart.yaml");
    assertThat(chart.subcharts().getLast().metadata().isLibrary()).isTrue();
    assertThat(chart.subcharts().getLast().subcharts().getFirst().path())
        .isEqualTo("shop/charts/db/charts/deep");
    assertThat(chart.files())
        .extracting(ChartFile::name)
        .containsExactly("charts/cache-1.0.0.tgz.prov");
  }

  @Test
  void loadsAnArchiveAsTheChartItself() {
    tree.with(
        "dist/shop-1.2.0.tgz",
        new TestArchive()
            .with("shop/Chart.yaml", "\ufeff" + CHART)
            .with("shop/templates/.swp", "not even Helm's own rule holds in an archive")
            .build());
    Chart chart = load("dist/shop-1.2.0.tgz");
    assertThat(diagnostics).isEmpty();
    assertThat(chart.name()).isEqualTo("shop");
    assertThat(chart.templates()).hasSize(1);
  }

  @Test
  void leavesOutWhatTheIgnoreFileSays() {
    tree.with("Chart.yaml", CHART)
        .with(".helmignore", "*.md\ndocs/\n")
        .with("README.md", "")
        .with("docs/a.txt", "")
        .with("charts/db/Chart.yaml", chart("db"))
        .with("charts/db/README.md", "")
        .with("charts/db/.helmignore", "*.txt")
        .with("charts/db/a.txt", "");
    Chart chart = load("");
    assertThat(chart.files()).extracting(ChartFile::name).containsExactly(".helmignore");
    assertThat(chart.subcharts().getFirst().files())
        .extracting(ChartFile::name)
        .containsExactly(".helmignore", "a.txt");
  }

  @Test
  void pointsAtABadIgnoreRule() {
    tree.with("Chart.yaml", CHART).with(".helmignore", "a\n**/b\n");
    load("");
    assertReported("unloadable-chart .helmignore:2:1");
  }

  @Test
  void keepsTheParentOfABrokenSubchart() {
    tree.with(
            "Chart.yaml",
            CHART + "dependencies:\n- {name: db, version: 1.x}\n- {name: cache, version: 1.x}\n")
        .with("charts/db/Chart.yaml", "name: db\nversion: [1\n")
        .with("charts/cache-1.0.0.tgz", "no archive")
        .with("charts/README.md", "")
        .with("charts/empty/values.yaml", "")
        .with("charts/good/Chart.yaml", chart("good"));
    Chart chart = load("");

    assertThat(chart.subcharts()).extracting(Chart::name).contains("good");
    assertThat(reported())
        .contains(
            "unloadable-dependency charts/README.md:1:1",
            "unloadable-dependency Chart.yaml:6:10",
            "unloadable-dependency charts/empty/Chart.yaml:1:1")
        .anyMatch(text -> text.startsWith("unloadable-dependency charts/db/Chart.yaml:"));
    assertThat(diagnostics)
        .filteredOn(found -> found.location().toString().equals("Chart.yaml:6:10"))
        .singleElement()
        .satisfies(found ->
            assertThat(found.related().getFirst().location())
                .hasToString("charts/cache-1.0.0.tgz:1:1"));
  }

  @Test
  void saysWhereAChartIsMissing() {
    tree.with("empty/values.yaml", "a: 1");
    assertThat(new ChartLoader().load(tree, "empty", diagnostics::add)).isEmpty();
    assertThat(new ChartLoader().load(tree, "nowhere", diagnostics::add)).isEmpty();
    assertReported("unloadable-chart empty/Chart.yaml:1:1", "unloadable-chart nowhere:1:1");
  }

  @Test
  void reportsChartYamlThatIsAFolder() {
    tree.with("Chart.yaml/a", "");
    assertThat(new ChartLoader().load(tree, "", diagnostics::add)).isEmpty();
    assertThat(diagnostics.getFirst().message()).contains("`Chart.yaml` is a folder");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "- a\n", "text\n"})
  void reportsChartYamlThatIsNoMapping(String text) {
    tree.with("Chart.yaml", text);
    assertThat(new ChartLoader().load(tree, "", diagnostics::add)).isEmpty();
    assertThat(reported()).contains("unloadable-chart Chart.yaml:1:1");
  }

  @Test
  void goesOnWithABinaryChartFile() {
    tree.with("Chart.yaml", CHART)
        .with("values.yaml", new byte[] {(byte) 0xc3, 0x28, 0})
        .with("logo.png", new byte[] {(byte) 0x89, 'P', 'N', 'G', 0});
    Chart chart = load("");
    assertThat(chart.values()).isEmpty();
    assertThat(chart.files().getFirst().content()).isInstanceOf(FileContent.Binary.class);
    assertReported("unloadable-chart values.yaml:1:1");
  }

  @Test
  void boundsFoldersByDepthCountAndSize() {
    LoadLimits tight = new LoadLimits(1000, 100, 5000, 4, 10, 1000, 3, 2);
    tree.with("deep/Chart.yaml", CHART).with("deep/a/b/c/d/e/f.txt", "");
    tree.with("many/Chart.yaml", CHART);
    tree.with("large/Chart.yaml", CHART).with("large/files/big.bin", "x".repeat(101));
    for (int i = 0; i < 5; i++) {
      tree.with("many/files/" + i, "");
    }
    ChartLoader loader = new ChartLoader(tight);
    assertThat(loader.load(tree, "deep", diagnostics::add)).isPresent();
    assertThat(loader.load(tree, "many", diagnostics::add).orElseThrow().files()).hasSize(3);
    assertThat(loader.load(tree, "large", diagnostics::add)).isPresent();
    assertReported(
        "unloadable-chart deep/a/b/c/d:1:1",
        "unloadable-chart many:1:1",
        "unloadable-chart large/files/big.bin:1:1");
  }

  @Test
  void boundsHowDeepChartsNest() {
    String folder = "";
    for (int i = 0; i < 20; i++) {
      tree.with(folder + "Chart.yaml", chart("c" + i));
      folder += "charts/c/";
    }
    load("");
    assertThat(diagnostics).hasSize(1);
    assertThat(diagnostics.getFirst().rule()).isEqualTo(ChartRules.UNLOADABLE_DEPENDENCY);
  }

  private Chart load(String path) {
    return new ChartLoader().load(tree, path, diagnostics::add).orElseThrow();
  }

  private static String chart(String name) {
    return "apiVersion: v2\nname: %s\nversion: 1.0.0\n".formatted(name);
  }

  private void assertReported(String... expected) {
    assertThat(reported()).containsExactly(expected);
  }

  private List<String> reported() {
    return diagnostics.stream().map(found -> found.rule() + " " + found.location()).toList();
  }
}
