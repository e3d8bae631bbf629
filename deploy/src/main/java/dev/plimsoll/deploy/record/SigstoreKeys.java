package dev.plimsoll.deploy.record;

import java.io.ByteArrayInputStream;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.NoSuchAlgorithmException;
import java.security.PublicKey;
import java.security.Signature;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.Optional;
import java.util.stream.Stream;

/** The keys and signatures that Sigstore uses. */
final class SigstoreKeys {

  private static final String PEM = "-----(BEGIN|END) [A-Z ]+-----";

  private SigstoreKeys() {}

  /** A key in the form of X.509; empty if it is of another kind than those that are known. */
  static Optional<PublicKey> key(byte[] bytes) {
    return Stream.of("EC", "Ed25519", "RSA")
        .flatMap(algorithm -> key(algorithm, bytes).stream())
        .findFirst();
  }

  private static Optional<PublicKey> key(String algorithm, byte[] bytes) {
    try {
      return Optional.of(
          KeyFactory.getInstance(algorithm).generatePublic(new X509EncodedKeySpec(bytes)));
    } catch (InvalidKeySpecException e) {
      // It is of another algorithm.
      return Optional.empty();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java that is supported has " + algorithm, e);
    }
  }

  /** What is between the lines of a PEM text; empty if it is none. */
  static Optional<byte[]> pem(String text) {
    try {
      return text.contains("-----BEGIN ")
          ? Optional.of(Base64.getMimeDecoder().decode(text.replaceAll(PEM, "").strip()))
          : Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  static X509Certificate certificate(byte[] bytes) throws CertificateException {
    return (X509Certificate)
        CertificateFactory.getInstance("X.509")
            .generateCertificate(new ByteArrayInputStream(bytes));
  }

  /** Whether a key has signed a text; with SHA-256, but for Ed25519. */
  static boolean verifies(PublicKey key, byte[] text, byte[] signature) {
    String algorithm =
        switch (key.getAlgorithm()) {
          case "EC" -> "SHA256withECDSA";
          case "RSA" -> "SHA256withRSA";
          default -> "Ed25519";
        };
    try {
      Signature verifier = Signature.getInstance(algorithm);
      verifier.initVerify(key);
      verifier.update(text);
      return verifier.verify(signature);
    } catch (GeneralSecurityException e) {
      // It is not even in the form of a signature.
      return false;
    }
  }
}
