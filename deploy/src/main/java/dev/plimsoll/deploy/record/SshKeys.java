package dev.plimsoll.deploy.record;

import java.io.IOException;
import java.io.StringReader;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import org.bouncycastle.crypto.Signer;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.digests.SHA512Digest;
import org.bouncycastle.crypto.params.AsymmetricKeyParameter;
import org.bouncycastle.crypto.params.Ed25519PrivateKeyParameters;
import org.bouncycastle.crypto.params.RSAKeyParameters;
import org.bouncycastle.crypto.signers.Ed25519Signer;
import org.bouncycastle.crypto.signers.RSADigestSigner;
import org.bouncycastle.crypto.util.OpenSSHPrivateKeyUtil;
import org.bouncycastle.crypto.util.OpenSSHPublicKeyUtil;
import org.bouncycastle.util.io.pem.PemObject;
import org.bouncycastle.util.io.pem.PemReader;

/**
 * Signatures by SSH keys as {@code ssh-keygen -Y sign -n plimsoll} makes them: Ed25519 and RSA.
 * Anything that is not exactly right verifies nothing.
 */
public final class SshKeys {

  /** What such signatures are for; one for something else does not count. */
  public static final String NAMESPACE = "plimsoll";

  private static final String MAGIC = "SSHSIG";
  private static final String BEGIN = "-----BEGIN SSH SIGNATURE-----";
  private static final String END = "-----END SSH SIGNATURE-----";
  private static final String ED25519 = "ssh-ed25519";
  private static final int LINE = 70;

  private SshKeys() {}

  /**
   * Signs a text with a private key in OpenSSH's form.
   *
   * @throws IOException if it is no such key, or wants a passphrase
   */
  public static String sign(String privateKey, String text) throws IOException {
    try (PemReader reader = new PemReader(new StringReader(privateKey))) {
      PemObject pem = reader.readPemObject();
      if (pem == null) {
        throw new IOException("it is no private key");
      }
      AsymmetricKeyParameter key = OpenSSHPrivateKeyUtil.parsePrivateKeyBlob(pem.getContent());
      if (!(key instanceof Ed25519PrivateKeyParameters ed25519)) {
        throw new IOException("only Ed25519 keys are used here; others sign with ssh-keygen");
      }
      byte[] publicKey = OpenSSHPublicKeyUtil.encodePublicKey(ed25519.generatePublicKey());
      Ed25519Signer signer = new Ed25519Signer();
      signer.init(true, ed25519);
      byte[] signed = signedData("sha512", text);
      signer.update(signed, 0, signed.length);
      byte[] blob = new SshWire().string(ED25519).string(signer.generateSignature()).bytes();
      return armour(
          new SshWire()
              .raw(MAGIC)
              .number(1)
              .string(publicKey)
              .string(NAMESPACE)
              .string("")
              .string("sha512")
              .string(blob)
              .bytes());
    } catch (IllegalArgumentException | IllegalStateException e) {
      throw new IOException("it is no private key that can be used without a passphrase");
    }
  }

  /**
   * Whether a signature is that of a text by a key.
   *
   * @param publicKey as in {@code authorized_keys}
   */
  public static boolean verifies(String publicKey, String text, String signature) {
    try {
      byte[] wanted = keyBlob(publicKey);
      ByteBuffer buffer = ByteBuffer.wrap(unarmour(signature));
      byte[] magic = new byte[MAGIC.length()];
      buffer.get(magic);
      boolean isForm =
          Arrays.equals(magic, MAGIC.getBytes(StandardCharsets.US_ASCII)) && buffer.getInt() == 1;
      byte[] key = SshWire.next(buffer);
      String namespace = SshWire.nextText(buffer);
      SshWire.next(buffer);
      String hash = SshWire.nextText(buffer);
      ByteBuffer blob = ByteBuffer.wrap(SshWire.next(buffer));
      if (!isForm || !MessageDigest.isEqual(key, wanted) || !namespace.equals(NAMESPACE)) {
        return false;
      }
      return verifies(key, SshWire.nextText(blob), SshWire.next(blob), signedData(hash, text));
    } catch (BufferUnderflowException | IllegalArgumentException | IllegalStateException e) {
      return false;
    }
  }

  private static boolean verifies(byte[] key, String algorithm, byte[] signature, byte[] data) {
    AsymmetricKeyParameter parsed = OpenSSHPublicKeyUtil.parsePublicKey(key);
    Signer signer =
        switch (algorithm) {
          case ED25519 -> new Ed25519Signer();
          case "rsa-sha2-512" -> new RSADigestSigner(new SHA512Digest());
          case "rsa-sha2-256" -> new RSADigestSigner(new SHA256Digest());
          default -> throw new IllegalArgumentException(algorithm);
        };
    if (algorithm.startsWith("rsa-") != parsed instanceof RSAKeyParameters) {
      return false;
    }
    signer.init(false, parsed);
    signer.update(data, 0, data.length);
    return signer.verifySignature(signature);
  }

  private static byte[] signedData(String hash, String text) {
    String algorithm =
        switch (hash) {
          case "sha512" -> "SHA-512";
          case "sha256" -> "SHA-256";
          default -> throw new IllegalArgumentException(hash);
        };
    try {
      byte[] digest =
          MessageDigest.getInstance(algorithm).digest(text.getBytes(StandardCharsets.UTF_8));
      return new SshWire()
          .raw(MAGIC)
          .string(NAMESPACE)
          .string("")
          .string(hash)
          .string(digest)
          .bytes();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has " + algorithm, e);
    }
  }

  private static byte[] keyBlob(String publicKey) {
    String[] parts = publicKey.strip().split("\\s+", -1);
    if (parts.length < 2) {
      throw new IllegalArgumentException("no key");
    }
    return Base64.getDecoder().decode(parts[1]);
  }

  private static byte[] unarmour(String signature) {
    String inner = signature.strip();
    if (!inner.startsWith(BEGIN) || !inner.endsWith(END)) {
      throw new IllegalArgumentException("no signature");
    }
    return Base64.getMimeDecoder()
        .decode(inner.substring(BEGIN.length(), inner.length() - END.length()));
  }

  private static String armour(byte[] bytes) {
    String text = Base64.getEncoder().encodeToString(bytes);
    StringBuilder lines = new StringBuilder(BEGIN).append('\n');
    for (int at = 0; at < text.length(); at += LINE) {
      lines.append(text, at, Math.min(text.length(), at + LINE)).append('\n');
    }
    return lines.append(END).append('\n').toString();
  }
}
