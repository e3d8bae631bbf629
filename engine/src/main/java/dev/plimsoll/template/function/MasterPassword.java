package dev.plimsoll.template.function;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.crypto.generators.SCrypt;

/**
 * The Master Password algorithm as Sprig has it: a password for a site from one that a person
 * remembers.
 */
record MasterPassword(String password, String user, String site) {

  private static final String SCOPE = "com.lyndir.masterpassword";
  private static final int SCRYPT_COST = 32_768;
  private static final int SCRYPT_BLOCK = 8;
  private static final int SCRYPT_PARALLEL = 2;
  private static final int KEY_LENGTH = 64;

  /** Each letter stands for a class of characters. */
  private static final Map<String, List<String>> TEMPLATES =
      Map.of(
          "maximum",
          List.of("anoxxxxxxxxxxxxxxxxx", "axxxxxxxxxxxxxxxxxno"),
          "long",
          List.of(
              "CvcvnoCvcvCvcv",
              "CvcvCvcvnoCvcv",
              "CvcvCvcvCvcvno",
              "CvccnoCvcvCvcv",
              "CvccCvcvnoCvcv",
              "CvccCvcvCvcvno",
              "CvcvnoCvccCvcv",
              "CvcvCvccnoCvcv",
              "CvcvCvccCvcvno",
              "CvcvnoCvcvCvcc",
              "CvcvCvcvnoCvcc",
              "CvcvCvcvCvccno",
              "CvccnoCvccCvcv",
              "CvccCvccnoCvcv",
              "CvccCvccCvcvno",
              "CvcvnoCvccCvcc",
              "CvcvCvccnoCvcc",
              "CvcvCvccCvccno",
              "CvccnoCvcvCvcc",
              "CvccCvcvnoCvcc",
              "CvccCvcvCvccno"),
          "medium",
          List.of("CvcnoCvc", "CvcCvcno"),
          "short",
          List.of("Cvcn"),
          "basic",
          List.of("aaanaaan", "aannaaan", "aaannaaa"),
          "pin",
          List.of("nnnn"));

  private static final Map<Character, String> CLASSES =
      Map.of(
          'V', "AEIOU",
          'C', "BCDFGHJKLMNPQRSTVWXYZ",
          'v', "aeiou",
          'c', "bcdfghjklmnpqrstvwxyz",
          'A', "AEIOUBCDFGHJKLMNPQRSTVWXYZ",
          'a', "AEIOUaeiouBCDFGHJKLMNPQRSTVWXYZbcdfghjklmnpqrstvwxyz",
          'n', "0123456789",
          'o', "@&%?,=[]_:-+*$#!'^~;()/.",
          'x', "AEIOUaeiouBCDFGHJKLMNPQRSTVWXYZbcdfghjklmnpqrstvwxyz0123456789!@#$%^&*()");

  /** The password of a type; a text that says so for an unknown type. */
  String derive(int counter, String type) {
    List<String> templates = TEMPLATES.get(type);
    if (templates == null) {
      return "cannot find password template " + type;
    }
    byte[] seed = seed(counter);
    String template = templates.get((seed[0] & 0xFF) % templates.size());
    StringBuilder derived = new StringBuilder(template.length());
    for (int i = 0; i < template.length(); i++) {
      String characters = CLASSES.getOrDefault(template.charAt(i), "?");
      derived.append(characters.charAt((seed[i + 1] & 0xFF) % characters.length()));
    }
    return derived.toString();
  }

  private byte[] seed(int counter) {
    byte[] key =
        SCrypt.generate(
            password.getBytes(StandardCharsets.UTF_8),
            scoped(user, 0).array(),
            SCRYPT_COST,
            SCRYPT_BLOCK,
            SCRYPT_PARALLEL,
            KEY_LENGTH);
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
      return mac.doFinal(scoped(site, Integer.BYTES).putInt(counter).array());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every Java has HMAC", e);
    }
  }

  /** The scope and a name with its length in front, with room for more. */
  private static ByteBuffer scoped(String name, int more) {
    byte[] scope = SCOPE.getBytes(StandardCharsets.UTF_8);
    byte[] bytes = name.getBytes(StandardCharsets.UTF_8);
    return ByteBuffer.allocate(scope.length + Integer.BYTES + bytes.length + more)
        .put(scope)
        .putInt(bytes.length)
        .put(bytes);
  }
}
