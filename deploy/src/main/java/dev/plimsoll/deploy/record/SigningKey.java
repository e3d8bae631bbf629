package dev.plimsoll.deploy.record;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;

/** An Ed25519 key in PEM, as {@code openssl genpkey -algorithm ed25519} makes it. */
public final class SigningKey {

  private static final String ALGORITHM = "Ed25519";

  private final PrivateKey key;
  private final String id;

  private SigningKey(PrivateKey key, String id) {
    this.key = key;
    this.id = id;
  }

  /** Reads a private key. */
  public static SigningKey read(Path file) throws IOException {
    byte[] bytes = pem(file, "PRIVATE KEY");
    try {
      PrivateKey key =
          KeyFactory.getInstance(ALGORITHM).generatePrivate(new PKCS8EncodedKeySpec(bytes));
      return new SigningKey(key, file.getFileName().toString());
    } catch (GeneralSecurityException e) {
      throw new IOException("it is no Ed25519 key");
    }
  }

  /** Reads a public key. */
  public static PublicKey readPublic(Path file) throws IOException {
    byte[] bytes = pem(file, "PUBLIC KEY");
    try {
      return KeyFactory.getInstance(ALGORITHM).generatePublic(new X509EncodedKeySpec(bytes));
    } catch (GeneralSecurityException e) {
      throw new IOException("it is no Ed25519 key");
    }
  }

  /** A name for people; it proves nothing. */
  String id() {
    return id;
  }

  byte[] sign(byte[] bytes) {
    try {
      Signature signature = Signature.getInstance(ALGORITHM);
      signature.initSign(key);
      signature.update(bytes);
      return signature.sign();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("A key that was read signs", e);
    }
  }

  static boolean verifies(PublicKey key, byte[] bytes, byte[] signed) {
    try {
      Signature signature = Signature.getInstance(ALGORITHM);
      signature.initVerify(key);
      signature.update(bytes);
      return signature.verify(signed);
    } catch (GeneralSecurityException e) {
      return false;
    }
  }

  private static byte[] pem(Path file, String type) throws IOException {
    String text = Files.readString(file, StandardCharsets.US_ASCII).strip();
    String begin = "-----BEGIN " + type + "-----";
    String end = "-----END " + type + "-----";
    if (!text.startsWith(begin) || !text.endsWith(end)) {
      throw new IOException("it is no PEM file with a " + type);
    }
    try {
      return Base64.getMimeDecoder()
          .decode(text.substring(begin.length(), text.length() - end.length()));
    } catch (IllegalArgumentException e) {
      throw new IOException("it is no PEM file with a " + type);
    }
  }
}
