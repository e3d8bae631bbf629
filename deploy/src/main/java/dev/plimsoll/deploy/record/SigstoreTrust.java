package dev.plimsoll.deploy.record;

import dev.plimsoll.deploy.json.Json;
import java.security.PublicKey;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * Whom a {@code trusted_root.json} trusts: authorities that give certificates, and the logs in
 * which signatures and certificates stand.
 */
record SigstoreTrust(List<Authority> authorities, List<Log> signatures, List<Log> certificates) {

  /**
   * When something is trusted.
   *
   * @param end included; empty as long as nobody has taken the trust away
   */
  record Period(Instant start, Optional<Instant> end) {

    boolean has(Instant time) {
      return !time.isBefore(start) && end.map(last -> !time.isAfter(last)).orElse(true);
    }
  }

  /** An authority: the certificates from the one that signs up to its root. */
  record Authority(List<X509Certificate> chain, Period period) {
    Authority {
      chain = List.copyOf(chain);
    }
  }

  /**
   * A log.
   *
   * @param id the digest of its key, in Base64
   * @param name as its checkpoints have it
   */
  record Log(String id, String name, PublicKey key, Period period) {}

  SigstoreTrust {
    authorities = List.copyOf(authorities);
    signatures = List.copyOf(signatures);
    certificates = List.copyOf(certificates);
  }

  /** Reads one; what this Java has no algorithm for is not trusted. */
  static SigstoreTrust parse(String text) throws SigstoreRefusal {
    try {
      JsonNode json = Json.parse(text);
      if (!Json.text(json, "mediaType").startsWith("application/vnd.dev.sigstore.trustedroot")) {
        throw new SigstoreRefusal("The trusted root is no such file of Sigstore.");
      }
      List<Authority> authorities = new ArrayList<>();
      for (JsonNode each : json.path("certificateAuthorities")) {
        List<X509Certificate> chain = new ArrayList<>();
        for (JsonNode certificate : Json.at(each, "certChain", "certificates")) {
          chain.add(SigstoreKeys.certificate(bytes(certificate, "rawBytes")));
        }
        authorities.add(new Authority(chain, period(each.path("validFor"))));
      }
      return new SigstoreTrust(authorities, logs(json, "tlogs"), logs(json, "ctlogs"));
    } catch (Json.Malformed
        | IllegalArgumentException
        | DateTimeException
        | CertificateException e) {
      throw new SigstoreRefusal("The trusted root cannot be read.");
    }
  }

  private static List<Log> logs(JsonNode json, String list) {
    List<Log> logs = new ArrayList<>();
    for (JsonNode each : json.path(list)) {
      JsonNode key = each.path("publicKey");
      Optional<PublicKey> known = SigstoreKeys.key(bytes(key, "rawBytes"));
      if (known.isPresent()) {
        String name = Json.text(each, "baseUrl").replaceFirst("^[a-z]+://", "");
        logs.add(
            new Log(
                Json.text(each, "logId", "keyId"),
                name,
                known.get(),
                period(key.path("validFor"))));
      }
    }
    return logs;
  }

  /** A period without a start is no period. */
  private static Period period(JsonNode json) {
    String end = Json.text(json, "end");
    return new Period(
        Instant.parse(Json.text(json, "start")),
        end.isEmpty() ? Optional.empty() : Optional.of(Instant.parse(end)));
  }

  private static byte[] bytes(JsonNode json, String field) {
    return Base64.getDecoder().decode(Json.text(json, field));
  }

  /** The log of signatures with an id. */
  Optional<Log> signatureLog(String id) {
    return signatures.stream().filter(log -> log.id().equals(id)).findFirst();
  }

  /** The log of certificates with an id. */
  Optional<Log> certificateLog(String id) {
    return certificates.stream().filter(log -> log.id().equals(id)).findFirst();
  }
}
