package dev.plimsoll.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Mends a helmfile that helmfile would not even load. */
final class FixHelmfileTest {

  @TempDir private Path folder;

  @Test
  void oneRunMendsWhatHidesBehindEachOther() throws IOException {
    CliRun.write(
        folder,
        "charts/app/Chart.yaml",
        "apiVersion: v2\nname: app\nversion: 1.0.0\nicon: https://example.com/app.svg\n");
    CliRun.write(folder, "charts/app/values.yaml", "");
    CliRun.write(folder, "charts/app/templates/empty.yaml", "");
    CliRun.write(
        folder,
        "helmfile.yaml.gotmpl",
        """
        {{ requiredEnv "STAGE" }}
        environments:
          prod:
            context: prod # the only one
        releases:
          - name: app
            namespace: app
            chart: ./charts/app
            atomic: true
            installed: {{ .Environment.Name != "test" }}
            timeout: 5m
        """);

    CliRun.write(folder, "ci.env", "STAGE=prod\n");

    CliRun shown = CliRun.in(folder, "fix", "--diff", "--env-file", "ci.env");
    CliRun mended = CliRun.in(folder, "fix", "--env-file", "ci.env");

    assertThat(shown.code()).isOne();
    assertThat(shown.out())
        .contains(
            "-{{ requiredEnv \"STAGE\" }}",
            "+{{- $_ := requiredEnv \"STAGE\" }}",
            "-    context: prod # the only one",
            "+    kubeContext: prod # the only one",
            "+---",
            "+    installed: {{ ne .Environment.Name \"test\" }}",
            "-    timeout: 5m",
            "+    timeout: 300");
    assertThat(mended.code()).isZero();
    assertThat(CliRun.in(folder, "check", "--env-file", "ci.env").code()).isZero();
  }
}
