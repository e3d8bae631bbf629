package dev.plimsoll.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Helmfiles on the command line, against what the real helmfile 1.8.0 with Helm 4.3.1 printed. */
final class RenderHelmfileTest {

  private static final Path FIXTURES = Path.of("../fixtures").toAbsolutePath().normalize();

  @TempDir private Path here;

  @ParameterizedTest
  @ValueSource(strings = {"dev", "prod"})
  void rendersEveryReleaseInTheOrderOfHelmfile(String environment) throws IOException {
    Path chain = FIXTURES.resolve("chain");

    CliRun run = CliRun.in(chain, "render", "-f", "helmfile.yaml.gotmpl", "-e", environment);

    assertThat(run.err()).isEmpty();
    assertThat(run.code()).isZero();
    assertThat(run.out())
        .isEqualTo(Files.readString(chain.resolve("recorded/template-" + environment + ".yaml")));
  }

  @ParameterizedTest
  @CsvSource({"dev, gateway", "prod-eu, gateway", "prod-us, gateway", "dev, app", "prod-eu, app"})
  void rendersWhatASelectorMeans(String environment, String selector) throws IOException {
    Path fleet = FIXTURES.resolve("fleet");
    String label = selector.equals("app") ? "tier=app" : "name=" + selector;

    CliRun run =
        CliRun.in(fleet, "render", "-e", environment, "-l", label, "--kube-version", "v1.36.0");

    assertThat(run.out())
        .isEqualTo(
            Files.readString(
                fleet.resolve("recorded/template-" + environment + "-" + selector + ".yaml")));
  }

  /** Every release of the fleet; the chart of its repository lies beside it. */
  @ParameterizedTest
  @ValueSource(strings = {"dev", "prod-eu", "prod-us"})
  void rendersAFleetAsAWhole(String environment) throws IOException {
    SealedEstate.FLEET.copyTo(here);
    Path metrics = FIXTURES.resolve("../bench/repository/metrics").normalize();
    try (Stream<Path> files = Files.walk(metrics)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        CliRun.write(here, "metrics/" + metrics.relativize(file), Files.readString(file));
      }
    }
    String helmfile = Files.readString(here.resolve("helmfile.yaml.gotmpl"));
    CliRun.write(
        here,
        "helmfile.yaml.gotmpl",
        helmfile
            .replace("chart: observability/metrics", "chart: ./metrics")
            .replace("    version: ~4.2.0\n", ""));

    CliRun run = CliRun.in(here, "render", "-e", environment, "--kube-version", "v1.36.0");

    assertThat(run.err()).isEmpty();
    assertThat(run.out()).isEqualTo(recorded("fleet", environment));
  }

  @ParameterizedTest
  @ValueSource(strings = {"staging", "prod"})
  void rendersAnEstateWhoseEnvironmentsHaveSecrets(String environment) throws IOException {
    CliRun run =
        CliRun.in(
            FIXTURES.resolve("vault"), "render", "-e", environment, "--kube-version", "v1.36.0");

    assertThat(run.err()).isEmpty();
    assertThat(run.out()).isEqualTo(recorded("vault", environment));
  }

  private static String recorded(String estate, String environment) throws IOException {
    return Files.readString(
        FIXTURES.resolve(estate).resolve("recorded/template-" + environment + ".yaml"));
  }

  @Test
  void wantsOneEnvironment() {
    CliRun run = CliRun.in(FIXTURES.resolve("chain"), "render");

    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).contains("The helmfiles have the environments dev, prod; choose one");
  }

  @ParameterizedTest
  @ValueSource(strings = {"render", "render app"})
  void doesNotPassOffObjectsThatHelmfileWouldPatch(String command) throws IOException {
    CliRun.write(here, "charts/app/Chart.yaml", "apiVersion: v2\nname: app\nversion: 1.0.0\n");
    CliRun.write(
        here,
        "helmfile.yaml",
        """
        releases:
          - name: app
            namespace: app
            chart: ./charts/app
            jsonPatches:
              - target: {kind: Service, name: app}
                patch: [{op: remove, path: /spec/type}]
        """);

    CliRun run = CliRun.in(here, command.split(" ", -1));

    assertThat(run.code()).isEqualTo(1);
    assertThat(run.out()).isEmpty();
    assertThat(run.err())
        .contains("`app` is not rendered. helmfile.yaml:5:5: `jsonPatches` changes what Helm");
  }

  @Test
  void rendersNothingThatAProgramChangesForAllReleases() throws IOException {
    CliRun.write(here, "charts/app/Chart.yaml", "apiVersion: v2\nname: app\nversion: 1.0.0\n");
    CliRun.write(
        here,
        "helmfile.yaml",
        """
        helmDefaults:
          postRenderer: ./label.sh
        releases:
          - name: app
            namespace: app
            chart: ./charts/app
        """);

    CliRun run = CliRun.in(here, "render");

    assertThat(run.code()).isEqualTo(1);
    assertThat(run.out()).isEmpty();
    assertThat(run.err())
        .contains("`app` is not rendered. helmfile.yaml:2:3: `postRenderer` changes what Helm");
  }

  @ParameterizedTest
  @ValueSource(strings = {"render", "render app"})
  void rendersNothingWithoutValuesThatWereNotLookedFor(String command) throws IOException {
    CliRun.write(here, "charts/app/Chart.yaml", "apiVersion: v2\nname: app\nversion: 1.0.0\n");
    CliRun.write(
        here,
        "helmfile.yaml",
        """
        releases:
          - name: app
            namespace: app
            chart: ./charts/app
            values:
              - /srv/estate/values/app.yaml
        """);

    CliRun run = CliRun.in(here, command.split(" ", -1));

    assertThat(run.code()).isEqualTo(1);
    assertThat(run.out()).isEmpty();
    assertThat(run.err())
        .contains(
            "`app` is not rendered. helmfile.yaml:6:9: The values `/srv/estate/values/app.yaml`",
            "were not looked for: it is outside the workspace");
  }

  @Test
  void saysThatAFolderOfManifestsIsNoChartYet() throws IOException {
    CliRun.write(here, "manifests/app.yaml", "apiVersion: v1\nkind: ConfigMap\n");
    CliRun.write(
        here,
        "helmfile.yaml",
        """
        releases:
          - name: app
            namespace: app
            chart: ./manifests
        """);

    assertThat(CliRun.in(here, "render").err())
        .contains("`app` is not rendered. helmfile.yaml:4:12: ", "of which helmfile makes a chart");
    assertThat(CliRun.in(here, "check").out()).doesNotContain("unloadable-chart");
  }

  @Test
  void listsTheDefaultEnvironmentWhenItIsNamed() throws IOException {
    CliRun.write(
        here,
        "infra.yaml",
        """
        environments:
          prod: {}
        ---
        releases:
          - name: app
            namespace: app
            chart: repository/app
        """);

    assertThat(CliRun.in(here, "releases", "-f", "infra.yaml").out())
        .contains("prod")
        .doesNotContain("default");
    assertThat(CliRun.in(here, "releases", "-f", "infra.yaml", "-e", "default").out())
        .contains("default")
        .doesNotContain("prod");
  }

  @Test
  void subHelmfileThatIsNotThereIsAGapUnlessItIsAccepted() throws IOException {
    CliRun.write(here, "charts/app/Chart.yaml", "apiVersion: v2\nname: app\nversion: 1.0.0\n");
    CliRun.write(
        here,
        "helmfile.yaml",
        """
        helmfiles: ["git::https://git.example.org/infra.git@helmfile.yaml?ref=v1"]
        releases:
          - {name: app, namespace: app, chart: ./charts/app}
        """);

    CliRun run = CliRun.in(here, "releases");
    CliRun rendered = CliRun.in(here, "render");

    assertThat(run.code()).isEqualTo(3);
    assertThat(run.out()).contains("app");
    assertThat(run.err()).contains("not checked: helmfile.yaml:1:", "was not fetched");
    assertThat(rendered.code()).isEqualTo(3);

    CliRun.write(
        here,
        "plimsoll.yaml",
        """
        apiVersion: plimsoll.dev/v1
        kind: Project
        suppressions:
          - {rule: not-checked, path: helmfile.yaml, reason: "It is checked in its own repository."}
        """);
    assertThat(CliRun.in(here, "releases").code()).isZero();
  }

  @Test
  void saysWhyHelmfileStops() throws IOException {
    CliRun.write(here, "helmfile.yaml", "releases:\n  - name: app\n    charts: x/y\n");

    CliRun run = CliRun.in(here, "releases");

    assertThat(run.code()).isEqualTo(1);
    assertThat(run.err())
        .contains("helmfile.yaml:3:5")
        .contains("did you mean `chart`?")
        .contains("helmfile refuses this");
  }
}
