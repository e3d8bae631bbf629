package dev.plimsoll.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Several releases of a helmfile in one deploy. */
@Tag("cluster")
final class DeployNeedsTest {

  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(ints = {3, 4})
  void whatIsNeededComesFirstAndTheRestAtOnce(int helm) {
    DeployBench bench = bench(helm, "ready");

    CliRun deploy = deployed(bench);

    assertThat(deploy.out()).contains("db: ", "cache: ");
    assertThat(deploy.out().indexOf("web in dev:"))
        .isGreaterThan(deploy.out().indexOf("db: db in dev is deployed and healthy: revision 1."))
        .isGreaterThan(deploy.out().indexOf("cache: cache in dev is deployed and healthy"));
    assertThat(deploy.out())
        .endsWith(
            """
              web in dev: deployed: web-1.0.0
              db in dev: deployed: web-1.0.0
              cache in dev: deployed: web-1.0.0
            """);
    assertThat(deploy.code()).as(deploy.out()).isZero();
  }

  @ParameterizedTest
  @ValueSource(ints = {3, 4})
  void whatNeedsAReleaseThatFailedIsLeftAsItIs(int helm) {
    DeployBench bench = bench(helm, "crash");

    CliRun deploy = deployed(bench);

    assertThat(deploy.out())
        .contains("  web in dev: untouched: nothing installed", "  db in dev: rolled back: ")
        .contains("  cache in dev: deployed: web-1.0.0");
    assertThat(deploy.code()).as(deploy.out()).isEqualTo(5);
    assertThat(bench.isInstalled()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(ints = {3, 4})
  void saysNoWithoutWhatIsNeeded(int helm) {
    DeployBench bench = bench(helm, "ready");

    CliRun plan = bench.plan("alone");
    CliRun deploy = bench.deploy("alone");

    assertThat(plan.out()).contains("  needs ", "/db, ", "/cache");
    assertThat(deploy.out())
        .contains("web needs db in " + bench.namespace() + ", which is not deployed.");
    assertThat(deploy.code()).isEqualTo(4);
  }

  private static CliRun deployed(DeployBench bench) {
    for (String release : List.of("web", "db", "cache")) {
      CliRun plan =
          bench.run(
              List.of("plan", release, "-e", "dev", "-o", "of-" + release, "--author", "ana"));
      assertThat(plan.code()).as(plan.out() + plan.err()).isZero();
    }
    return bench.run(List.of("deploy", "of-web", "of-db", "of-cache"));
  }

  private DeployBench bench(int helm, String ofDb) {
    DeployBench bench = DeployBench.in(folder, helm);
    bench.write(
        "plimsoll.yaml",
        """
        apiVersion: plimsoll.dev/v1
        kind: Project
        environments:
          dev: {profile: development}
        """);
    bench.template(
        "deployment",
        bench
            .read("web/templates/deployment.yaml")
            .replace("name: web\nspec", "name: {{ .Release.Name }}\nspec")
            .replace("{app: web}", "{app: {{ .Release.Name }}}"));
    bench.write(
        "helmfile.yaml",
        """
        environments: {dev: {}}
        ---
        releases:
          - {name: web, namespace: NS, chart: ./web, needs: [NS/db, NS/cache]}
          - {name: db, namespace: NS, chart: ./web, values: [{behaviour: %s}]}
          - {name: cache, namespace: NS, chart: ./web}
        """
            .formatted(ofDb)
            .replace("NS", bench.namespace()));
    return bench;
  }
}
