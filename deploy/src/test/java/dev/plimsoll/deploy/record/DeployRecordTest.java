package dev.plimsoll.deploy.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plimsoll.deploy.json.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.util.Base64;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class DeployRecordTest {

  private static final DeployRecord RECORD =
      DeployRecord.of("web", "sha256:ab12", Json.object().put("result", "DEPLOYED"));

  @TempDir private Path folder;

  @Test
  void isVerifiedByThePublicKey()
      throws IOException, GeneralSecurityException, DeployRecord.Unverified {
    SigningKey key = key("a");

    DeployRecord read =
        DeployRecord.verify(RECORD.envelope(Optional.of(key)), SigningKey.readPublic(pub("a")));

    assertThat(read).isEqualTo(RECORD);
    assertThat(read.planHash()).isEqualTo("sha256:ab12");
  }

  @Test
  void refusesOneByteOfAnother() throws IOException, GeneralSecurityException {
    String envelope = RECORD.envelope(Optional.of(key("a")));
    String payload = envelope.replaceAll("(?s).*\"payload\" : \"([^\"]*)\".*", "$1");
    String forged =
        new String(Base64.getDecoder().decode(payload), StandardCharsets.UTF_8)
            .replace("DEPLOYED", "DEPLOYEE");
    String other =
        envelope.replace(
            payload, Base64.getEncoder().encodeToString(forged.getBytes(StandardCharsets.UTF_8)));

    assertThatThrownBy(() -> DeployRecord.verify(other, SigningKey.readPublic(pub("a"))))
        .hasMessage("No signature of it is by this key over what it says.");
  }

  @Test
  void refusesAnotherKeyAndNone() throws IOException, GeneralSecurityException {
    String signed = RECORD.envelope(Optional.of(key("a")));
    key("b");

    assertThatThrownBy(() -> DeployRecord.verify(signed, SigningKey.readPublic(pub("b"))))
        .hasMessage("No signature of it is by this key over what it says.");
    String unsigned = RECORD.envelope(Optional.empty());
    assertThatThrownBy(() -> DeployRecord.verify(unsigned, SigningKey.readPublic(pub("b"))))
        .hasMessage("Nobody has signed it.");
  }

  private SigningKey key(String name) throws IOException, GeneralSecurityException {
    KeyPair pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
    Files.writeString(folder.resolve(name), pem("PRIVATE", pair.getPrivate().getEncoded()));
    Files.writeString(pub(name), pem("PUBLIC", pair.getPublic().getEncoded()));
    return SigningKey.read(folder.resolve(name));
  }

  private Path pub(String name) {
    return folder.resolve(name + ".pub");
  }

  private static String pem(String type, byte[] bytes) {
    return "-----BEGIN "
        + type
        + " KEY-----\n"
        + Base64.getMimeEncoder().encodeToString(bytes)
        + "\n-----END "
        + type
        + " KEY-----\n";
  }
}
