package dev.plimsoll.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Values files as helm-secrets has people name them. */
final class SecretsUriTest {

  private static final String SEALED =
      """
      box:
        text: ENC[AES256_GCM,data:Zg==,iv:aQ==,tag:dA==,type:str]
      sops:
        mac: ENC[AES256_GCM,data:Zg==,iv:aQ==,tag:dA==,type:str]
      """;

  @TempDir private Path here;

  @BeforeEach
  void makeAChart() throws IOException {
    CliRun.write(here, "charts/box/Chart.yaml", "apiVersion: v2\nname: box\nversion: 1.0.0\n");
    CliRun.write(here, "charts/box/values.yaml", "box: {text: none}\n");
    CliRun.write(
        here,
        "charts/box/templates/secret.yaml",
        "apiVersion: v1\nkind: Secret\nmetadata: {name: box}\nstringData: {text: {{ .Values.box.text }}}\n");
    CliRun.write(here, "vault/secrets.prod.yaml", SEALED);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "secrets://vault/secrets.prod.yaml",
        "secrets+age-import://keys/age.txt?vault/secrets.prod.yaml",
        "secrets+gpg-import-kubernetes://ci/keys#gpg?vault/secrets.prod.yaml"
      })
  void helmReadsTheFileThatAnAddressNames(String address) throws IOException {
    CliRun.write(
        here,
        "plimsoll.yaml",
        """
        apiVersion: plimsoll.dev/v1
        kind: Project
        environments: {prod: {}}
        releases: [{name: own, chart: charts/box, values: ["%s"]}]
        """
            .formatted(address));

    for (String[] command :
        new String[][] {
          {"render", "box", "charts/box", "-f", address}, {"render", "own", "-e", "prod"}
        }) {
      CliRun run = CliRun.in(here, command);

      assertThat(run.err()).isEmpty();
      assertThat(run.out()).contains("text: plimsoll-opaque-secret");
    }
  }

  @Test
  void helmfileDoesNotKnowSuchAddresses() throws IOException {
    CliRun.write(
        here,
        "helmfile.yaml",
        """
        releases:
          - name: box
            namespace: box
            chart: ./charts/box
            atomic: true
            values:
              - secrets://vault/secrets.prod.yaml
        """);

    assertThat(CliRun.in(here, "check").out())
        .contains(
            "error[missing-helmfile-values]",
            "helmfile.yaml:7:9",
            "name `vault/secrets.prod.yaml` among the `secrets`");
  }
}
