package dev.plimsoll.deploy.record;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.bouncycastle.bcpg.ArmoredInputStream;
import org.bouncycastle.bcpg.ArmoredOutputStream;
import org.bouncycastle.bcpg.HashAlgorithmTags;
import org.bouncycastle.openpgp.PGPException;
import org.bouncycastle.openpgp.PGPPrivateKey;
import org.bouncycastle.openpgp.PGPPublicKey;
import org.bouncycastle.openpgp.PGPPublicKeyRingCollection;
import org.bouncycastle.openpgp.PGPSecretKey;
import org.bouncycastle.openpgp.PGPSecretKeyRing;
import org.bouncycastle.openpgp.PGPSecretKeyRingCollection;
import org.bouncycastle.openpgp.PGPSignature;
import org.bouncycastle.openpgp.PGPSignatureGenerator;
import org.bouncycastle.openpgp.PGPSignatureList;
import org.bouncycastle.openpgp.PGPUtil;
import org.bouncycastle.openpgp.bc.BcPGPObjectFactory;
import org.bouncycastle.openpgp.operator.bc.BcKeyFingerprintCalculator;
import org.bouncycastle.openpgp.operator.bc.BcPBESecretKeyDecryptorBuilder;
import org.bouncycastle.openpgp.operator.bc.BcPGPContentSignerBuilder;
import org.bouncycastle.openpgp.operator.bc.BcPGPContentVerifierBuilderProvider;
import org.bouncycastle.openpgp.operator.bc.BcPGPDigestCalculatorProvider;

/** Signs and verifies as {@code gpg --detach-sign --armor} does (RFC 9580). */
public final class PgpKeys {

  private static final String PRIVATE = "-----BEGIN PGP PRIVATE KEY BLOCK-----";
  private static final String PUBLIC = "-----BEGIN PGP PUBLIC KEY BLOCK-----";

  private PgpKeys() {}

  /** Whether a text is a private key as {@code gpg --export-secret-keys --armor} writes it. */
  public static boolean isPrivate(String text) {
    return text.contains(PRIVATE);
  }

  /** Whether a text is a public key as {@code gpg --export --armor} writes it. */
  public static boolean isPublic(String text) {
    return text.contains(PUBLIC);
  }

  /**
   * Signs a text.
   *
   * @param key a private key without a passphrase
   * @return the armoured signature
   * @throws IOException if the key cannot be used; the message says why
   */
  public static String sign(String key, String text) throws IOException {
    try {
      PGPSecretKey secret = signingKey(key);
      if (secret.getS2KUsage() != 0) {
        throw new IOException("the key has a passphrase");
      }
      PGPPrivateKey own =
          secret.extractPrivateKey(
              new BcPBESecretKeyDecryptorBuilder(new BcPGPDigestCalculatorProvider())
                  .build(new char[0]));
      PGPSignatureGenerator generator =
          new PGPSignatureGenerator(
              new BcPGPContentSignerBuilder(
                  secret.getPublicKey().getAlgorithm(), HashAlgorithmTags.SHA256),
              secret.getPublicKey());
      generator.init(PGPSignature.BINARY_DOCUMENT, own);
      generator.update(text.getBytes(StandardCharsets.UTF_8));
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      try (ArmoredOutputStream armour = ArmoredOutputStream.builder().build(bytes)) {
        generator.generate().encode(armour);
      }
      return bytes.toString(StandardCharsets.UTF_8);
    } catch (PGPException e) {
      throw new IOException("the key is no OpenPGP key that can sign", e);
    }
  }

  /**
   * Whether a signature is one of this key over a text.
   *
   * @param key armoured
   * @param at when it was signed: a key that is revoked, or was over then, signs nothing
   */
  public static boolean verifies(String key, String text, String signature, Instant at) {
    try {
      PGPSignature found = signature(signature);
      PGPPublicKey own =
          keyring(key.getBytes(StandardCharsets.UTF_8)).getPublicKey(found.getKeyID());
      return own != null
          && !own.hasRevocation()
          && isValidAt(own, at)
          && verifies(own, text.getBytes(StandardCharsets.UTF_8), found);
    } catch (IOException | PGPException | ClassCastException e) {
      return false;
    }
  }

  /** Whether a signature is that of a key over these bytes. */
  static boolean verifies(PGPPublicKey key, byte[] signed, PGPSignature signature)
      throws PGPException {
    signature.init(new BcPGPContentVerifierBuilderProvider(), key);
    signature.update(signed);
    return signature.verify();
  }

  /** The keys of a ring, armoured or not. */
  static PGPPublicKeyRingCollection keyring(byte[] keyring) throws IOException, PGPException {
    return new PGPPublicKeyRingCollection(
        PGPUtil.getDecoderStream(new ByteArrayInputStream(keyring)),
        new BcKeyFingerprintCalculator());
  }

  /** A detached signature. */
  static PGPSignature signature(String armoured) throws IOException, PGPException {
    try (ArmoredInputStream in =
        ArmoredInputStream.builder()
            .build(new ByteArrayInputStream(armoured.getBytes(StandardCharsets.UTF_8)))) {
      Object first = new BcPGPObjectFactory(in).nextObject();
      if (first instanceof PGPSignatureList list && !list.isEmpty()) {
        return list.get(0);
      }
      throw new PGPException("no signature");
    }
  }

  private static boolean isValidAt(PGPPublicKey key, Instant at) {
    Instant made = key.getCreationTime().toInstant();
    return key.getValidSeconds() == 0 || !at.isAfter(made.plusSeconds(key.getValidSeconds()));
  }

  private static PGPSecretKey signingKey(String armoured) throws IOException, PGPException {
    PGPSecretKeyRingCollection rings =
        new PGPSecretKeyRingCollection(
            PGPUtil.getDecoderStream(
                new ByteArrayInputStream(armoured.getBytes(StandardCharsets.UTF_8))),
            new BcKeyFingerprintCalculator());
    for (PGPSecretKeyRing ring : rings) {
      for (PGPSecretKey key : ring) {
        if (key.isSigningKey()) {
          return key;
        }
      }
    }
    throw new IOException("it holds no key that can sign");
  }
}
