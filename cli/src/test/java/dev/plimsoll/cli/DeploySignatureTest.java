package dev.plimsoll.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.util.Base64;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Charts that the real helm has packaged and signed. */
@Tag("cluster")
final class DeploySignatureTest {

  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(ints = {3, 4})
  void deploysAnArchiveThatIsSignedByWhomTheKeyringHas(int helm) throws IOException {
    DeployBench bench = signed(helm, "ana", "ana");

    CliRun deploy = deployed(bench);

    assertThat(deploy.out()).contains("yes chart-signature      Signed by ana <ana@example.com>");
    assertThat(deploy.code()).as(deploy.out()).isZero();
    assertThat(bench.history()).isEqualTo("1 deployed");
  }

  @ParameterizedTest
  @ValueSource(ints = {3, 4})
  void saysNoToTheSignatureOfAnother(int helm) throws IOException {
    DeployBench bench = signed(helm, "eve", "ana");

    CliRun deploy = deployed(bench);

    assertThat(deploy.out()).contains("The chart is signed by key ", ", which the keyring lacks.");
    assertThat(deploy.code()).isEqualTo(4);
    assertThat(bench.isInstalled()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(ints = {3, 4})
  void saysNoToAnArchiveThatWasChangedAfterwards(int helm) throws IOException {
    DeployBench bench = signed(helm, "ana", "ana");
    bench.template("more", "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: more}\n");
    String provenance = bench.read("web-1.0.0.tgz.prov");
    DeployBench.PLANE.helm("package", bench.file("web").toString(), "-d", folder.toString());
    bench.write("web-1.0.0.tgz.prov", provenance);

    CliRun deploy = deployed(bench);

    assertThat(deploy.out()).contains("The provenance file is not of this archive.");
    assertThat(deploy.code()).isEqualTo(4);
  }

  @ParameterizedTest
  @ValueSource(ints = {3, 4})
  void saysNoToAProvenanceFileThatWasChanged(int helm) throws IOException {
    DeployBench bench = signed(helm, "ana", "ana");
    bench.write(
        "web-1.0.0.tgz.prov", bench.read("web-1.0.0.tgz.prov").replace("1.0.0.tgz", "1.0.1.tgz"));

    CliRun deploy = deployed(bench);

    assertThat(deploy.out()).contains("The signature of the provenance file is wrong.");
    assertThat(deploy.code()).isEqualTo(4);
  }

  @Test
  void takesABundleOfSigstoreWithAKey() throws IOException, GeneralSecurityException {
    DeployBench bench = DeployBench.in(folder, 4);
    bench.helm("package", bench.file("web").toString(), "-d", folder.toString());
    bench.project(
        """
        deploy:
          gates:
            chart-signature: {environments: [dev], archive: web-1.0.0.tgz, key: cosign.pub}
        """);
    bench.write(
        "plimsoll.yaml",
        bench.read("plimsoll.yaml").replace("chart: web,", "chart: web-1.0.0.tgz,"));
    KeyPair key = key();
    bench.write("cosign.pub", pem(key()));
    bench.write("web-1.0.0.tgz.sigstore.json", bundle(bench.file("web-1.0.0.tgz"), key));

    CliRun stranger = deployed(bench);

    assertThat(stranger.out()).containsPattern("no +chart-signature +The signature is wrong\\.");
    assertThat(stranger.code()).isEqualTo(4);
    assertThat(bench.isInstalled()).isFalse();

    String project = bench.read("plimsoll.yaml");
    bench.write(
        "plimsoll.yaml", project.replace("key: cosign.pub", "key: cosign.pub, identity: a@b.org"));
    assertThat(bench.plan("both").code()).isZero();
    CliRun both = bench.deploy("both", "--explain");

    assertThat(both.out()).contains("with one of `keyring`, `key` and `identity`.");
    assertThat(both.code()).isEqualTo(4);

    bench.write("plimsoll.yaml", project);
    bench.write("cosign.pub", pem(key));
    CliRun known = bench.deploy("plan", "--explain");

    assertThat(known.out())
        .containsPattern("yes +chart-signature +Signed with the key; no log was asked");
    assertThat(known.code()).as(known.out()).isZero();
  }

  private static KeyPair key() throws GeneralSecurityException {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
    generator.initialize(new ECGenParameterSpec("secp256r1"));
    return generator.generateKeyPair();
  }

  private static String pem(KeyPair key) {
    String body = Base64.getMimeEncoder().encodeToString(key.getPublic().getEncoded());
    return "-----BEGIN PUBLIC KEY-----\n" + body + "\n-----END PUBLIC KEY-----\n";
  }

  /** As cosign writes it for a key, without a log. */
  private static String bundle(Path file, KeyPair key)
      throws IOException, GeneralSecurityException {
    byte[] bytes = Files.readAllBytes(file);
    Signature signature = Signature.getInstance("SHA256withECDSA");
    signature.initSign(key.getPrivate());
    signature.update(bytes);
    Base64.Encoder base64 = Base64.getEncoder();
    return """
    {"mediaType": "application/vnd.dev.sigstore.bundle.v0.3+json",
     "verificationMaterial": {"publicKey": {"hint": "ana"}},
     "messageSignature": {
       "messageDigest": {"algorithm": "SHA2_256", "digest": "%s"},
       "signature": "%s"}}
    """
        .formatted(
            base64.encodeToString(MessageDigest.getInstance("SHA-256").digest(bytes)),
            base64.encodeToString(signature.sign()));
  }

  private static CliRun deployed(DeployBench bench) {
    CliRun plan = bench.plan("plan");
    assertThat(plan.code()).as(plan.err()).isZero();
    return bench.deploy("plan", "--explain");
  }

  /** A project with a signed archive, and a keyring with one public key. */
  private DeployBench signed(int helm, String signer, String trusted) throws IOException {
    DeployBench bench = DeployBench.in(folder, helm);
    PgpKey key = PgpKey.of(signer);
    Files.write(folder.resolve("secret.gpg"), key.secret().getEncoded());
    PgpKey other = trusted.equals(signer) ? key : PgpKey.of(trusted);
    Files.write(folder.resolve("public.gpg"), other.open().getEncoded());
    bench.helm(
        "package",
        bench.file("web").toString(),
        "-d",
        folder.toString(),
        "--sign",
        "--key",
        signer,
        "--keyring",
        folder.resolve("secret.gpg").toString());
    bench.project(
        """
        deploy:
          gates:
            chart-signature:
              environments: [dev]
              archive: web-1.0.0.tgz
              keyring: public.gpg
        """);
    bench.write(
        "plimsoll.yaml",
        bench.read("plimsoll.yaml").replace("chart: web,", "chart: web-1.0.0.tgz,"));
    return bench;
  }
}
