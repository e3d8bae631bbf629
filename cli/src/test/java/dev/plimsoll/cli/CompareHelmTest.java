package dev.plimsoll.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code render --compare-helm}. The hashes are those that Helm 3.22.0 and 4.3.1 print. */
final class CompareHelmTest {

  private static final Path ESTATE =
      Path.of(System.getProperty("plimsoll.root"), "fixtures/helm-move");

  @TempDir private Path here;

  @BeforeEach
  void layOut() throws IOException {
    CliRun.write(here, "app/Chart.yaml", "apiVersion: v2\nname: app\nversion: 1.2.3\n");
    CliRun.write(here, "app/values.yaml", "extra:\n  a: 1\n  b: null\n");
  }

  @Test
  void everyReleaseOfTheEstateIsComparedAndTheSameChangesAreSaidOnce() {
    CliRun run = CliRun.in(ESTATE, "render", "--compare-helm", "3.22,4.3");

    assertThat(run.err()).isEmpty();
    assertThat(run.code()).isZero();
    assertThat(run.out())
        .isEqualTo(
            """
            ledger in prod (north, south)
              changes ConfigMap/ledger
                        data["settings.yaml"]: line 1: closingDay: null -> (none)  # charts/ledger/values.yaml:7
              rolls   Deployment/ledger: 3 pods restarted
                        spec.template.metadata.annotations["checksum/settings"]: d4996f5b… -> 0ccad863…  # charts/ledger/values.yaml:6

            ledger in staging (north)
              changes ConfigMap/ledger
                        data["settings.yaml"]: the line end at its end  # charts/ledger/values.yaml:7
              text    1 document with other white space, comments or nulls and the same content

            portal in prod (north, south), staging (north)
              same    every byte

            From Helm 3.22 to 4.3, 6 renders: pods roll in 2, other objects change in 1, only text changes in 0, nothing changes in 3.
            """);
  }

  @Test
  void oneReleaseAsJson() {
    CliRun run =
        CliRun.in(
            ESTATE,
            "render",
            "ledger",
            "-e",
            "prod",
            "--compare-helm",
            "3.22,4.3",
            "--format",
            "json");

    assertThat(run.code()).isZero();
    assertThat(run.out())
        .contains("\"cluster\" : \"south\"")
        .contains("\"effect\" : \"rolls\",\n        \"pods\" : 3")
        .contains(
            "\"before\" : \"d4996f5b59431851dbbaf65246b920a83f5104666dd68e5aa44e53d8b02ab092\"")
        .contains(
            "\"after\" : \"0ccad863d8bfd150ec296dca531183846527f67738731d84e990a0188788f1fa\"")
        .doesNotContain("portal");
  }

  @Test
  void whatCannotBeChangedInPlaceIsRefusedByTheServer() throws IOException {
    CliRun.write(
        here,
        "app/templates/job.yaml",
        """
        apiVersion: batch/v1
        kind: Job
        metadata:
          name: app
        spec:
          template:
            metadata:
              annotations:
                extra: {{ .Values.extra | toJson | quote }}
        """);

    CliRun run = CliRun.in(here, "render", "web", "app", "--compare-helm", "3.22,4.3");

    assertThat(run.out())
        .contains(
            """
              refused Job/app: the API server refuses to change this in place
                        spec.template.metadata.annotations.extra: {"a":1,"b":null} -> {"a":1}\
            """);
  }

  @Test
  void aNamespaceThatIsNullIsNone() throws IOException {
    CliRun.write(here, "app/values.yaml", "meta:\n  name: app\n  namespace: null\n");
    CliRun.write(
        here,
        "app/templates/account.yaml",
        """
        apiVersion: v1
        kind: ServiceAccount
        metadata:
          {{- toYaml .Values.meta | nindent 2 }}
        """);

    CliRun run = CliRun.in(here, "render", "web", "app", "--compare-helm", "3.22,4.3");

    assertThat(run.out())
        .contains("  text    1 document with other white space, comments or nulls")
        .doesNotContain("creates", "deletes");
  }

  @Test
  void theContentOfSecretsIsMasked() throws IOException {
    CliRun.write(
        here,
        "app/templates/secret.yaml",
        """
        apiVersion: v1
        kind: Secret
        metadata:
          name: app
        stringData:
          extra: {{ .Values.extra | toJson | quote }}
        """);

    CliRun run = CliRun.in(here, "render", "web", "app", "--compare-helm", "3.22,4.3");

    assertThat(run.out()).contains("stringData.extra: ******** -> ********");
  }

  @Test
  void whatOnlyTheNewHelmRefusesFails() throws IOException {
    CliRun.write(
        here,
        "app/templates/a.yaml",
        "kind: A\n{{ if eq .Capabilities.HelmVersion.Version \"v4.3.1\" }}{{ fail \"no\" }}{{ end }}\n");

    CliRun run = CliRun.in(here, "render", "web", "app", "--compare-helm", "3.22.0,4.3.1");

    assertThat(run.code()).isEqualTo(1);
    assertThat(run.out())
        .contains("  fails   only Helm 4.3.1 refuses it: app/templates/a.yaml:2:58: ")
        .endsWith("nothing changes in 0, no comparison in 1.\n");
  }

  @Test
  void twoVersionsAreNeeded() {
    CliRun run = CliRun.in(here, "render", "web", "app", "--compare-helm", "3.22");

    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err())
        .contains("`--compare-helm 3.22` names no two versions of Helm; write 3.22,4.3.");
  }
}
