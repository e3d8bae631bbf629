package dev.plimsoll.project;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.rule.RuleCatalog;
import dev.plimsoll.source.Located;
import dev.plimsoll.yaml.YamlParser;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ProjectDiscoveryTest {

  @Test
  void environmentsBesideChartsMakeAMatrix() {
    LoadedProject loaded =
        load(
            """
            # file: charts/shop/Chart.yaml
            name: shop
            # file: charts/shop/charts/cache/Chart.yaml
            name: cache
            # file: charts/blog/Chart.yaml
            name: the-blog
            # file: environments/dev/values.yaml
            a: 1
            # file: environments/prod/values.yaml
            a: 2
            # file: environments/prod/secrets.yaml
            b: 2
            # file: environments/prod/shop.yaml
            c: 2
            # file: environments/notes/README.md
            No environment.
            """);

    assertThat(releases(loaded))
        .containsExactly(
            "the-blog dev [environments/dev/values.yaml]",
            "the-blog prod [environments/prod/values.yaml, environments/prod/secrets.yaml]",
            "shop dev [environments/dev/values.yaml]",
            "shop prod [environments/prod/values.yaml, environments/prod/shop.yaml,"
                + " environments/prod/secrets.yaml]");
    assertThat(environments(loaded)).containsExactly("dev DEVELOPMENT", "prod PRODUCTION");
    assertThat(loaded.charts()).containsExactly("charts/blog", "charts/shop");
    assertThat(loaded.notChecked()).isEmpty();
  }

  @Test
  void librariesAndLocalDependenciesAreNoReleases() {
    LoadedProject loaded =
        load(
            """
            # file: charts/common/Chart.yaml
            name: common
            type: library
            # file: charts/queue/Chart.yaml
            name: queue
            # file: charts/shop/Chart.yaml
            name: shop
            dependencies:
              - {name: queue, version: 1.0.0, repository: "file://../queue"}
            # file: environments/dev/values.yaml
            a: 1
            """);

    assertThat(releases(loaded)).containsExactly("shop dev [environments/dev/values.yaml]");
    assertThat(loaded.charts()).containsExactly("charts/common", "charts/queue", "charts/shop");
  }

  @Test
  void aLoneChartIsOneReleaseAndOneForEachOfItsTests() {
    LoadedProject loaded =
        load(
            """
            # file: Chart.yaml
            name: shop
            # file: values.yaml
            a: 1
            # file: ci/ingress-values.yaml
            a: 2
            # file: ci/minimal-values.yaml
            a: 3
            # file: ci/README.md
            Tests.
            """);

    assertThat(releases(loaded))
        .containsExactly(
            "shop default []",
            "shop ci/ingress [ci/ingress-values.yaml]",
            "shop ci/minimal [ci/minimal-values.yaml]");
    assertThat(environments(loaded))
        .containsExactly("default PRODUCTION", "ci/ingress DEVELOPMENT", "ci/minimal DEVELOPMENT");
    assertThat(loaded.project().releases().getFirst().name().location())
        .hasToString("Chart.yaml:1:7");
  }

  @Test
  void chartsAreFoundAnywhereButNotInsideChartsOrToolFolders() {
    LoadedProject loaded =
        load(
            """
            # file: team/apps/shop/Chart.yaml
            name: shop
            # file: team/apps/shop/tests/inner/Chart.yaml
            name: inner
            # file: node_modules/pkg/Chart.yaml
            name: package
            # file: target/classes/Chart.yaml
            name: built
            # file: .git/Chart.yaml
            name: git
            # file: other/blog/Chart.yaml
            name: blog
            """);

    assertThat(releases(loaded)).containsExactly("blog default []", "shop default []");
  }

  @Test
  void twoChartsOfOneNameAreToldApartByTheirFolder() {
    LoadedProject loaded =
        load(
            """
            # file: a/shop/Chart.yaml
            name: shop
            # file: b/shop/Chart.yaml
            name: shop
            """);

    assertThat(releases(loaded)).containsExactly("a/shop default []", "b/shop default []");
  }

  @Test
  void theProjectFileCompletesWhatIsDiscovered() {
    LoadedProject loaded =
        load(
            """
            # file: plimsoll.yaml
            apiVersion: plimsoll.dev/v1
            kind: Project
            environments:
              prod: {profile: staging, clusters: [us]}
            # file: charts/shop/Chart.yaml
            name: shop
            # file: environments/dev/values.yaml
            a: 1
            # file: environments/prod/values.yaml
            a: 1
            """);

    assertThat(environments(loaded)).containsExactly("prod STAGING", "dev DEVELOPMENT");
    assertThat(releases(loaded)).hasSize(2);
    assertThat(loaded.diagnostics()).isEmpty();
  }

  @Test
  void releasesOfTheProjectFileUseTheEnvironmentFolders() {
    LoadedProject loaded =
        load(
            """
            # file: plimsoll.yaml
            apiVersion: plimsoll.dev/v1
            kind: Project
            releases:
              - {name: shop, chart: shop, values: ["environments/{environment}/values.yaml"]}
            # file: shop/Chart.yaml
            name: shop
            # file: environments/dev/values.yaml
            a: 1
            """);

    assertThat(environments(loaded)).containsExactly("dev DEVELOPMENT");
    assertThat(loaded.project().releases()).hasSize(1);
  }

  @Test
  void aHelmfileSaysTheReleasesAndTheEnvironments() {
    LoadedProject loaded =
        load(
            """
            # file: helmfile.yaml
            environments:
              dev: {}
              prod: {}
            ---
            releases:
              - {name: shop, chart: ./charts/shop}
            # file: charts/shop/Chart.yaml
            name: shop
            """);

    assertThat(environments(loaded)).containsExactly("dev DEVELOPMENT", "prod PRODUCTION");
    assertThat(loaded.project().releases()).isEmpty();
    assertThat(loaded.helmfiles().environments())
        .allSatisfy(environment -> assertThat(environment.releases()).hasSize(1));
    assertThat(loaded.notChecked()).isEmpty();
  }

  @Test
  void aHelmfileBesideDeclaredReleasesIsNotCheckedAndSaidSo() {
    LoadedProject loaded =
        load(
            """
            # file: plimsoll.yaml
            apiVersion: plimsoll.dev/v1
            kind: Project
            releases:
              - {name: shop, chart: charts/shop}
            # file: helmfile.yaml
            releases: []
            # file: charts/shop/Chart.yaml
            name: shop
            """);

    assertThat(loaded.notChecked())
        .extracting(each -> each.location() + " " + each.reason())
        .containsExactly(
            "helmfile.yaml:1:1 The releases of this helmfile are not checked, because"
                + " `plimsoll.yaml` names the releases; take its `releases` out to have the helmfile"
                + " read.");
  }

  @Test
  void aProjectInsideIsLeftToItself() {
    LoadedProject loaded =
        load(
            """
            # file: shop/Chart.yaml
            name: shop
            # file: sub/plimsoll.yaml
            apiVersion: plimsoll.dev/v1
            # file: sub/charts/blog/Chart.yaml
            name: blog
            """);

    assertThat(releases(loaded)).containsExactly("shop default []");
    assertThat(loaded.notChecked())
        .extracting(each -> each.location() + " " + each.reason())
        .containsExactly(
            "sub/plimsoll.yaml:1:1 This folder is a project of its own; check it with"
                + " `plimsoll check sub`.");
  }

  @Test
  void plainManifestsAreSomethingToCheck() {
    LoadedProject loaded =
        load(
            """
            # file: rbac/a.yaml
            apiVersion: v1
            kind: ConfigMap
            # file: rbac/b.yaml
            apiVersion: v1
            kind: Secret
            # file: other/notes.yaml
            just: notes
            """);

    assertThat(loaded.project().releases()).isEmpty();
    assertThat(loaded.plainYaml())
        .containsExactly("other/notes.yaml", "rbac/a.yaml", "rbac/b.yaml");
    assertThat(loaded.notChecked()).isEmpty();
  }

  @Test
  void anEmptyFolderIsNoPass() {
    LoadedProject loaded = load("");

    assertThat(loaded.notChecked())
        .extracting(each -> each.reason())
        .containsExactly("There is nothing to check here: no chart, no values and no manifest.");
    assertThat(environments(loaded)).containsExactly("default PRODUCTION");
  }

  @Test
  void filesThatAreNamedLikeValuesOrSecretsAreListed() {
    LoadedProject loaded =
        load(
            """
            # file: .sops.yaml
            creation_rules: []
            # file: shop/Chart.yaml
            name: shop
            # file: shop/values.yaml
            a: 1
            # file: shop/values-prod.yaml
            a: 1
            # file: shop/templates/secrets.yaml
            kind: Secret
            # file: config/prod.enc.yaml
            a: 1
            # file: config/external-secrets.yaml
            a: 1
            # file: config/secrets.yaml.enc
            a: 1
            """);

    assertThat(loaded.valuesFiles())
        .containsExactly(
            ".sops.yaml",
            "config/prod.enc.yaml",
            "config/secrets.yaml.enc",
            "shop/values-prod.yaml");
  }

  private static LoadedProject load(String workspace) {
    return new ProjectLoader(new RuleCatalog(List.of()), YamlParser::parse)
        .load(TextTree.of(workspace));
  }

  private static List<String> releases(LoadedProject loaded) {
    return loaded.project().releases().stream()
        .map(release ->
            release.name().value()
                + " "
                + String.join(",", release.environments().stream().map(Located::value).toList())
                + " "
                + release.values().stream().map(Located::value).toList())
        .toList();
  }

  private static List<String> environments(LoadedProject loaded) {
    return loaded.project().environments().stream()
        .map(each -> each.name().value() + " " + each.profile())
        .toList();
  }
}
