package dev.plimsoll.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files that sops has encrypted for every kind of key, where there is no key. */
final class SopsKeysTest {

  private static final String BOX =
      """
          flag: true
          fraction: 0.5
          label_unencrypted: visible
          lines: plimsoll-opaque-secret
          nested:
          - host: plimsoll-opaque-secret
            port: 1
          number: 1
      """;

  @TempDir private Path here;

  @BeforeEach
  void copyTheEstate() throws IOException {
    SealedEstate.KEYS.copyTo(here);
  }

  @ParameterizedTest
  @ValueSource(strings = {"age", "pgp", "kms", "gcp-kms", "azure-kv", "hc-vault", "groups"})
  void eachLeafHasItsTypeAndNoContent(String key) {
    CliRun run = CliRun.in(here, "render", key);

    assertThat(run.err()).isEmpty();
    assertThat(run.code()).isZero();
    assertThat(run.out()).endsWith(BOX + "    text: plimsoll-opaque-secret\n");
  }

  @Test
  void everyDocumentOfAFileIsRead() {
    assertThat(CliRun.in(here, "render", "documents").out())
        .endsWith(BOX + "    second: plimsoll-opaque-secret\n    text: plimsoll-opaque-secret\n");
  }

  /** Sops writes its metadata into all documents, and takes it from the first. */
  @Test
  void aFileWhoseFirstDocumentSaysNothingOfSopsIsNotEncrypted() throws IOException {
    CliRun.write(
        here,
        "secrets/age.yaml",
        "box:\n  text: visible-5531\n---\n" + Files.readString(here.resolve("secrets/age.yaml")));

    assertThat(CliRun.in(here, "check").out()).contains("secrets/age.yaml", "clear text");
  }

  @Test
  void nobodyFindsFaultWithThem() {
    CliRun run = CliRun.in(here, "check");

    assertThat(run.err()).isEmpty();
    assertThat(run.out()).contains("warning[multi-document-values]", "1 warning in 8 releases");
    assertThat(run.code()).isZero();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "check --format json --show info",
        "render --show-origins",
        "values pgp --show-secrets --format json",
        "values groups --show-origins --show-secrets",
        "why documents box",
        "why kms box.nested[0].host --format json",
        "rbac required hc-vault",
        "releases --format json"
      })
  void noOutputHasAnythingOfThem(String command) throws IOException {
    CliRun run = CliRun.in(here, command.split(" ", -1));

    assertThat(run.out()).isNotEmpty();
    assertThat(run.out() + run.err()).doesNotContain(SealedEstate.KEYS.secrets());
  }

  @ParameterizedTest
  @ValueSource(strings = {"render kms", "render", "plan kms -o plan --author ana"})
  void nothingIsRenderedWithoutAFileOfSecrets(String command) throws IOException {
    Files.delete(here.resolve("secrets/kms.yaml"));

    CliRun run = CliRun.in(here, command.split(" ", -1));

    assertThat(run.code()).isNotZero();
    assertThat(run.out()).doesNotContain("name: kms");
    if (!command.startsWith("plan")) {
      assertThat(run.err())
          .contains("There is no file `secrets/kms.yaml`", "refuses this and renders nothing");
    }
  }
}
