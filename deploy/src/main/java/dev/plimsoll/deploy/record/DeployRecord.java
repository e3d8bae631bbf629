package dev.plimsoll.deploy.record;

import dev.plimsoll.deploy.json.Json;
import java.nio.charset.StandardCharsets;
import java.security.PublicKey;
import java.util.Base64;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The record of a deploy: an in-toto statement about the plan, in a DSSE envelope. Whoever has the
 * public key can verify it anywhere.
 *
 * @param statement what happened
 */
public record DeployRecord(JsonNode statement) {

  private static final String PAYLOAD_TYPE = "application/vnd.in-toto+json";
  private static final String STATEMENT_TYPE = "https://in-toto.io/Statement/v1";
  private static final String PREDICATE_TYPE = "https://plimsoll.dev/deploy/v1";

  /** A record is not what it claims to be. */
  public static final class Unverified extends Exception {

    private static final long serialVersionUID = 1L;

    public Unverified(String message) {
      super(message);
    }

    /** Why, in a sentence. */
    public String reason() {
      return String.valueOf(getMessage());
    }
  }

  /**
   * The record of one plan.
   *
   * @param planHash {@code sha256:<hex>}
   */
  public static DeployRecord of(String release, String planHash, JsonNode predicate) {
    ObjectNode subject = Json.object().put("name", release);
    subject.set(
        "digest", Json.object().put("sha256", planHash.substring(planHash.indexOf(':') + 1)));
    ObjectNode statement =
        Json.object().put("_type", STATEMENT_TYPE).put("predicateType", PREDICATE_TYPE);
    statement.set("subject", Json.array().add(subject));
    statement.set("predicate", predicate);
    return new DeployRecord(statement);
  }

  /** The hash of the plan that it is about. */
  public String planHash() {
    return "sha256:" + Json.text(statement.path("subject").path(0), "digest", "sha256");
  }

  /** The envelope; without a key nobody has signed it. */
  public String envelope(Optional<SigningKey> key) {
    byte[] payload = Json.canonical(statement).getBytes(StandardCharsets.UTF_8);
    ArrayNode signatures = Json.array();
    key.ifPresent(signer ->
        signatures.add(
            Json.object()
                .put("keyid", signer.id())
                .put(
                    "sig",
                    Base64.getEncoder().encodeToString(signer.sign(preAuthentication(payload))))));
    ObjectNode envelope =
        Json.object()
            .put("payloadType", PAYLOAD_TYPE)
            .put("payload", Base64.getEncoder().encodeToString(payload));
    envelope.set("signatures", signatures);
    return Json.canonical(envelope);
  }

  /** Opens an envelope that the owner of a key has signed. */
  public static DeployRecord verify(String envelope, PublicKey key) throws Unverified {
    try {
      JsonNode json = Json.parse(envelope);
      if (!Json.text(json, "payloadType").equals(PAYLOAD_TYPE)) {
        throw new Unverified("It is no envelope of an in-toto statement.");
      }
      byte[] payload = Base64.getDecoder().decode(Json.text(json, "payload"));
      boolean signed = false;
      for (JsonNode signature : json.path("signatures")) {
        byte[] bytes = Base64.getDecoder().decode(Json.text(signature, "sig"));
        signed |= SigningKey.verifies(key, preAuthentication(payload), bytes);
      }
      if (!signed) {
        throw new Unverified(
            json.path("signatures").isEmpty()
                ? "Nobody has signed it."
                : "No signature of it is by this key over what it says.");
      }
      JsonNode statement = Json.parse(new String(payload, StandardCharsets.UTF_8));
      if (!Json.text(statement, "predicateType").equals(PREDICATE_TYPE)) {
        throw new Unverified("It is no record of a deploy.");
      }
      return new DeployRecord(statement);
    } catch (Json.Malformed | IllegalArgumentException e) {
      throw new Unverified("It cannot be read.");
    }
  }

  /** What DSSE has signed: the type and the payload, with their lengths. */
  private static byte[] preAuthentication(byte[] payload) {
    byte[] head =
        ("DSSEv1 " + PAYLOAD_TYPE.length() + " " + PAYLOAD_TYPE + " " + payload.length + " ")
            .getBytes(StandardCharsets.UTF_8);
    byte[] all = new byte[head.length + payload.length];
    System.arraycopy(head, 0, all, 0, head.length);
    System.arraycopy(payload, 0, all, head.length, payload.length);
    return all;
  }
}
