package dev.plimsoll.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a helmfile may touch, and what is said where it may not. */
final class HelmfilePermissionsTest {

  @TempDir private Path here;
  @TempDir private Path elsewhere;

  @BeforeEach
  void layOut() throws IOException {
    CliRun.write(here, "charts/app/Chart.yaml", "apiVersion: v2\nname: app\nversion: 1.0.0\n");
    CliRun.write(
        here,
        "helmfile.yaml.gotmpl",
        """
        releases:
          - name: {{ requiredEnv "APP" }}
            namespace: app
            chart: ./charts/app
            labels:
              tier: {{ exec "echo" (list "front") | trim | quote }}
            values:
              - %s/there.yaml
              - %s/absent.yaml
        """
            .formatted(elsewhere, elsewhere));
    CliRun.write(elsewhere, "there.yaml", "replicas: 1\n");
  }

  @Test
  void namesTheCallAndThePermission() {
    CliRun run = CliRun.in(here, "check");

    assertThat(run.out())
        .contains(
            "not checked: helmfile.yaml.gotmpl:2:14: The variable `APP` was not read"
                + " (`requiredEnv`); `--allow env` permits it.")
        .contains(
            "helmfile.yaml.gotmpl:6:16: The command `echo` was not run (`exec`); `--allow exec`")
        .contains("helmfile.yaml.gotmpl:8:9: ")
        .contains(
            "helmfile.yaml.gotmpl:9:9: The values `" + elsewhere + "/absent.yaml` were not looked")
        .contains("PLIMSOLL_ALLOW=path=" + elsewhere)
        .doesNotContain("missing-helmfile-values");
  }

  @Test
  void takesVariablesFromAFileAndRunsWhatIsAllowed() throws IOException {
    CliRun.write(here, "ci.env", "# of the pipeline\nAPP='shop'\n");

    CliRun run =
        CliRun.in(here, "releases", "--env-file", "ci.env", "--allow", "exec", "--format", "json");

    assertThat(run.code()).isZero();
    assertThat(run.out()).contains("\"shop\"").contains("tier:front");
  }

  @Test
  void anAllowedFolderIsLookedInto() {
    CliRun run = CliRun.in(here, "check", "--allow", "path=" + elsewhere);

    assertThat(run.out())
        .contains("There is no file `" + elsewhere + "/absent.yaml` with values")
        .doesNotContain("PLIMSOLL_ALLOW=path");
  }

  @Test
  void whatIsOutsideIsSaidOnceAndWhereItIsNamed() throws IOException {
    CliRun.write(elsewhere, "chart/Chart.yaml", "apiVersion: v2\nname: far\nversion: 1.0.0\n");
    CliRun.write(
        here,
        "helmfile.yaml.gotmpl",
        """
        releases:
          - name: app
            namespace: {{ exec "whoami" (list) }}
            chart: ./charts/app
          - name: far
            namespace: far
            chart: %s/chart
            values:
              - %s/absent.yaml
        """
            .formatted(elsewhere, elsewhere));

    CliRun run = CliRun.in(here, "check");

    assertThat(run.out())
        .contains("helmfile.yaml.gotmpl:7:12: The chart `" + elsewhere + "/chart` was not looked")
        .contains("helmfile.yaml.gotmpl:9:9: The values `" + elsewhere + "/absent.yaml` were not")
        .doesNotContain("The folder is not checked", "unloadable-chart")
        .doesNotContain("release-without-namespace");
    assertThat(CliRun.in(here, "check", "--allow", "path=" + elsewhere).out())
        .doesNotContain("The chart `");
  }
}
