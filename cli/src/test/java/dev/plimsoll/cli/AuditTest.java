package dev.plimsoll.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.deploy.json.Json;
import dev.plimsoll.deploy.record.DeployRecord;
import dev.plimsoll.deploy.record.SigningKey;
import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.util.Base64;
import java.util.Optional;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a record says of its deploy, for each end that a deploy can have. */
final class AuditTest {

  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource({
    "DEPLOYED, deployed  by ana",
    "DENIED, refused   wanted by ana",
    "ROLLED_BACK, undone    started by ana",
    "STUCK, stuck     started by ana"
  })
  void saysWhatBecameOfTheDeploy(String result, String line)
      throws IOException, GeneralSecurityException {
    KeyPair pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
    pem("key.pem", "PRIVATE KEY", pair.getPrivate().getEncoded());
    pem("key.pub.pem", "PUBLIC KEY", pair.getPublic().getEncoded());
    DeployRecord record =
        DeployRecord.of(
            "web",
            "sha256:ab12",
            Json.object().put("result", result).put("text", "So it was.").put("owner", "ana"));
    CliRun.write(
        folder,
        "record.json",
        record.envelope(Optional.of(SigningKey.read(folder.resolve("key.pem")))));

    CliRun run = CliRun.in(folder, "audit", "verify", "record.json", "--key", "key.pub.pem");

    assertThat(run.out().lines())
        .contains("The record is valid: So it was.", "  " + line)
        .filteredOn(each -> each.contains("by ana"))
        .hasSize(1);
    assertThat(run.code()).isZero();
  }

  private void pem(String file, String type, byte[] key) throws IOException {
    CliRun.write(
        folder,
        file,
        "-----BEGIN "
            + type
            + "-----\n"
            + Base64.getMimeEncoder().encodeToString(key)
            + "\n-----END "
            + type
            + "-----\n");
  }
}
