package dev.plimsoll.deploy.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Bundles that Sigstore itself has for everybody who verifies them. */
final class SigstoreBundleTest {

  private static final String IDENTITY =
      "https://github.com/sigstore-conformance/extremely-dangerous-public-oidc-beacon/.github/"
          + "workflows/extremely-dangerous-oidc-beacon.yml@refs/heads/main";
  private static final String ISSUER = "https://token.actions.githubusercontent.com";
  private static final String WITHOUT_KEY = "identity.sigstore.json";

  @Test
  void knowsWhoHasSignedWithoutAKey() {
    assertThat(byIdentity(text(WITHOUT_KEY), "root.json"))
        .isEqualTo(
            new SigstoreBundle.Result(true, "Signed by " + IDENTITY + " on 2024-03-19T17:26:26Z"));
  }

  @Test
  void knowsWhoHasSignedWithAKey() {
    assertThat(byKey("key.sigstore.json", "key.pub", Optional.empty()))
        .isEqualTo(new SigstoreBundle.Result(true, "Signed with the key; no log was asked"));
    assertThat(byKey("key.sigstore.json", "key.pub", Optional.of("root.json")))
        .isEqualTo(new SigstoreBundle.Result(true, "Signed with the key, and in the log"));
    assertThat(byKey("staged-key.sigstore.json", "key.pub", Optional.of("staging-root.json")))
        .isEqualTo(new SigstoreBundle.Result(true, "Signed with the key, and in the log"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          key.sigstore.json        | other-key.pub | root.json         | The signature is wrong.
          key.sigstore.json        | a.txt         | root.json         | The key cannot be read.
          key.sigstore.json        | key.pub       | staging-root.json | The signature stands in a log that is not trusted.
          key.sigstore.json        | key.pub       | a.txt             | The trusted root cannot be read.
          staged-key.sigstore.json | other-key.pub | staging-root.json | The signature is wrong.
          identity.sigstore.json   | key.pub       | root.json         | It is signed with a certificate, and not with a key.
          a.txt                    | key.pub       | root.json         | The bundle cannot be read.
          """)
  void saysWhyAKeyProvesNothing(String bundle, String key, String trust, String why) {
    assertThat(byKey(bundle, key, Optional.of(trust)))
        .isEqualTo(new SigstoreBundle.Result(false, why));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          key.sigstore.json                       | root.json                             | It holds no certificate of a signer.
          version-0.1.sigstore.json               | root.json                             | It is no bundle of version 0.3, but application/vnd.dev.sigstore.bundle+json;version=0.1.
          attestation.sigstore.json               | root.json                             | It holds an attestation, and no signature of the file itself.
          other-timestamp.sigstore.json           | staging-root.json                     | No log has signed when the signature was made; timestamps of other authorities are not read.
          corrupted-inclusion-proof.sigstore.json | root.json                             | The signature is not where the log should have it.
          other-digest.sigstore.json              | root.json                             | It is of another file.
          entry-of-other-file.sigstore.json       | root.json                             | The entry of the log is of another signature.
          entry-of-other-signer.sigstore.json     | root.json                             | The entry of the log is of another signature.
          other-entry.sigstore.json               | root.json                             | The entry of the log is of another signature.
          identity.sigstore.json                  | root-until-2023.json                  | The log was not trusted when it took the signature in.
          identity.sigstore.json                  | root-with-other-certificate-logs.json | No log that is trusted has taken the certificate in.
          identity.sigstore.json                  | staging-root.json                     | The signature stands in a log that is not trusted.
          """)
  void saysWhyAnIdentityIsNotProven(String bundle, String trust, String why) {
    assertThat(byIdentity(text(bundle), trust)).isEqualTo(new SigstoreBundle.Result(false, why));
  }

  /** Each is one byte or number of a good bundle. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          "integratedTime": "1710869186"         | "integratedTime": "1710869187"         | The log has not signed the entry.
          "logIndex": "79571823"                 | "logIndex": "79571824"                 | The log has not signed the entry.
          "signedEntryTimestamp": "MEYCIQDMNM49 | "signedEntryTimestamp": "MEYCIQDMNM4A | The log has not signed the entry.
          "treeSize": "75408393"                 | "treeSize": "75408394"                 | The proof of the log is shorter than its tree is high.
          \\n75408393\\n                         | \\n75408394\\n                         | The checkpoint of the log is of another tree.
          rekor.sigstore.dev - 2605736670972794746 | rekor.sigstore.dev - 2605736670972794747 | The log has not signed its checkpoint.
          "signature": "MEUCICYF                 | "signature": "MEUCICYG                 | The signature is wrong.
          """)
  void noPartOfItCanBeAnother(String part, String other, String why) {
    String bundle = spaced(text(WITHOUT_KEY));
    assertThat(bundle).contains(part);

    assertThat(byIdentity(bundle.replace(part, other), "root.json"))
        .isEqualTo(new SigstoreBundle.Result(false, why));
  }

  @Test
  void theSignerIsTheOneThatWasNamed() {
    byte[] file = text("a.txt").getBytes(StandardCharsets.UTF_8);
    String bundle = text(WITHOUT_KEY);
    String root = text("root.json");

    assertThat(SigstoreBundle.byIdentity(bundle, file, "eve@example.com", ISSUER, root).text())
        .isEqualTo("It is signed by " + IDENTITY + ", and not by eve@example.com.");
    assertThat(
            SigstoreBundle.byIdentity(bundle, file, IDENTITY, "https://example.com", root).text())
        .isEqualTo(
            "Who has signed is vouched for by " + ISSUER + ", and not by https://example.com.");
    assertThat(
            SigstoreBundle.byIdentity(bundle, "b".getBytes(StandardCharsets.UTF_8), "", "", root)
                .text())
        .isEqualTo("It is of another file.");
  }

  /** As a person would write it, so that parts can be found. */
  private static String spaced(String bundle) {
    return bundle.replaceAll("\":\\s*\"", "\": \"");
  }

  private static SigstoreBundle.Result byIdentity(String bundle, String trust) {
    byte[] file = text("a.txt").getBytes(StandardCharsets.UTF_8);
    return SigstoreBundle.byIdentity(bundle, file, IDENTITY, ISSUER, text(trust));
  }

  private static SigstoreBundle.Result byKey(String bundle, String key, Optional<String> trust) {
    byte[] file = text("a.txt").getBytes(StandardCharsets.UTF_8);
    return SigstoreBundle.byKey(text(bundle), file, text(key), trust.map(SigstoreBundleTest::text));
  }

  private static String text(String name) {
    try (InputStream in =
        Objects.requireNonNull(
            SigstoreBundleTest.class.getResourceAsStream("sigstore/" + name), name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
