package dev.plimsoll.deploy.record;

import dev.plimsoll.deploy.json.Json;
import dev.plimsoll.source.Sha256;
import java.security.PublicKey;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECPublicKey;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * Verifies bundles of Sigstore (version 0.3, as cosign writes them) without the network: the
 * signature of a file, by a key or by somebody whom an authority knows. What is not understood is
 * never taken for good.
 */
public final class SigstoreBundle {

  private static final List<String> TYPES =
      List.of(
          "application/vnd.dev.sigstore.bundle.v0.3+json",
          "application/vnd.dev.sigstore.bundle+json;version=0.3");
  private static final int KEY_BITS = 256;

  /** Whether a file is signed, and by whom or why not. */
  public record Result(boolean isValid, String text) {}

  private final JsonNode bundle;
  private final byte[] file;
  private final byte[] signature;

  private SigstoreBundle(JsonNode bundle, byte[] file) throws SigstoreRefusal {
    this.bundle = bundle;
    this.file = file.clone();
    String type = Json.text(bundle, "mediaType");
    if (!TYPES.contains(type)) {
      throw new SigstoreRefusal("It is no bundle of version 0.3, but " + shown(type) + ".");
    }
    JsonNode message = bundle.path("messageSignature");
    if (!message.isObject()) {
      throw new SigstoreRefusal("It holds an attestation, and no signature of the file itself.");
    }
    this.signature = bytes(message, "signature");
    if (!Json.text(message, "messageDigest", "algorithm").equals("SHA2_256")
        || !Arrays.equals(bytes(message.path("messageDigest"), "digest"), digest())) {
      throw new SigstoreRefusal("It is of another file.");
    }
  }

  /**
   * Verifies a signature by a key.
   *
   * @param key as PEM
   * @param trust a {@code trusted_root.json} with the log in which the signature must stand; empty
   *     if the key alone is enough
   */
  public static Result byKey(String bundle, byte[] file, String key, Optional<String> trust) {
    return result(() -> {
      PublicKey known =
          SigstoreKeys.pem(key)
              .flatMap(SigstoreKeys::key)
              .orElseThrow(() -> new SigstoreRefusal("The key cannot be read."));
      SigstoreBundle opened = new SigstoreBundle(Json.parse(bundle), file);
      if (!opened.material().path("publicKey").isObject()) {
        throw new SigstoreRefusal("It is signed with a certificate, and not with a key.");
      }
      opened.verifySignature(known);
      if (trust.isEmpty()) {
        return "Signed with the key; no log was asked";
      }
      opened.logged(SigstoreTrust.parse(trust.get()), known.getEncoded());
      return "Signed with the key, and in the log";
    });
  }

  /**
   * Verifies a signature by somebody whom an authority knows.
   *
   * @param identity the mail address or URL of the certificate, to the letter
   * @param issuer who vouches for it
   * @param trust a {@code trusted_root.json}
   */
  public static Result byIdentity(
      String bundle, byte[] file, String identity, String issuer, String trust) {
    return result(() -> {
      SigstoreTrust trusted = SigstoreTrust.parse(trust);
      SigstoreBundle opened = new SigstoreBundle(Json.parse(bundle), file);
      String encoded = Json.text(opened.material(), "certificate", "rawBytes");
      if (encoded.isEmpty()) {
        throw new SigstoreRefusal("It holds no certificate of a signer.");
      }
      X509Certificate certificate = SigstoreKeys.certificate(Base64.getDecoder().decode(encoded));
      opened.verifySignature(certificate.getPublicKey());
      Instant time = opened.logged(trusted, certificate.getEncoded());
      SigstoreCertificate signer = new SigstoreCertificate(certificate);
      signer.verify(trusted, time);
      signer.verifySigner(identity, issuer);
      return "Signed by " + identity + " on " + time;
    });
  }

  private void verifySignature(PublicKey key) throws SigstoreRefusal {
    // Other curves go with other digests.
    if (key instanceof ECPublicKey curve
        && curve.getParams().getCurve().getField().getFieldSize() != KEY_BITS) {
      throw new SigstoreRefusal("It is signed with a curve other than P-256.");
    }
    if (!SigstoreKeys.verifies(key, file, signature)) {
      throw new SigstoreRefusal("The signature is wrong.");
    }
  }

  /** When the signature came into a log; every entry must be right. */
  private Instant logged(SigstoreTrust trust, byte[] verifier) throws SigstoreRefusal {
    Optional<Instant> first = Optional.empty();
    for (JsonNode entry : material().path("tlogEntries")) {
      Instant time = new SigstoreLogEntry(entry).verify(trust, digest(), signature, verifier);
      first = first.filter(known -> known.isBefore(time)).or(() -> Optional.of(time));
    }
    return first.orElseThrow(() -> new SigstoreRefusal("It stands in no log."));
  }

  private JsonNode material() {
    return bundle.path("verificationMaterial");
  }

  private byte[] digest() {
    return Sha256.of(file);
  }

  private static byte[] bytes(JsonNode json, String field) {
    return Base64.getDecoder().decode(Json.text(json, field));
  }

  private static String shown(String type) {
    return type.isEmpty() ? "something else" : type.substring(0, Math.min(type.length(), 80));
  }

  private static Result result(Verification verification) {
    try {
      return new Result(true, verification.run());
    } catch (SigstoreRefusal refusal) {
      return new Result(false, refusal.reason());
    } catch (Json.Malformed | CertificateException | IllegalArgumentException e) {
      return new Result(false, "The bundle cannot be read.");
    }
  }

  /** What says who has signed. */
  private interface Verification {

    String run() throws SigstoreRefusal, Json.Malformed, CertificateException;
  }
}
