package dev.plimsoll.deploy.record;

import dev.plimsoll.deploy.json.Json;
import dev.plimsoll.source.Sha256;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** That a signature stands in a log of Rekor, since when, and that the log cannot take it back. */
final class SigstoreLogEntry {

  private static final byte[] LEAF = {0};
  private static final byte[] NODE = {1};
  private static final int HINT = 4;

  private final JsonNode entry;
  private final byte[] body;

  /** Takes an entry of a bundle. */
  SigstoreLogEntry(JsonNode entry) {
    this.entry = entry;
    this.body = bytes(Json.text(entry, "canonicalizedBody"));
  }

  /**
   * Verifies everything that the entry says.
   *
   * @param verifier the key or certificate of the signer, in the form of DER
   * @return when the log took it in
   */
  Instant verify(SigstoreTrust trust, byte[] digest, byte[] signature, byte[] verifier)
      throws SigstoreRefusal {
    SigstoreTrust.Log log =
        trust
            .signatureLog(Json.text(entry, "logId", "keyId"))
            .orElseThrow(
                () -> new SigstoreRefusal("The signature stands in a log that is not trusted."));
    verifyPromise(log);
    Instant time = Instant.ofEpochSecond(number(entry, "integratedTime"));
    if (!log.period().has(time)) {
      throw new SigstoreRefusal("The log was not trusted when it took the signature in.");
    }
    verifyInclusion(log);
    verifyBody(digest, signature, verifier);
    return time;
  }

  /** The log has signed the entry with its time; without that, nothing proves the time. */
  private void verifyPromise(SigstoreTrust.Log log) throws SigstoreRefusal {
    String promise = Json.text(entry, "inclusionPromise", "signedEntryTimestamp");
    if (promise.isEmpty()) {
      throw new SigstoreRefusal(
          "No log has signed when the signature was made; timestamps of other authorities are not"
              + " read.");
    }
    ObjectNode signed = Json.object();
    signed.put("body", Json.text(entry, "canonicalizedBody"));
    signed.put("integratedTime", number(entry, "integratedTime"));
    signed.put("logID", HexFormat.of().formatHex(bytes(log.id())));
    signed.put("logIndex", number(entry, "logIndex"));
    byte[] text = Json.line(signed).getBytes(StandardCharsets.UTF_8);
    if (!SigstoreKeys.verifies(log.key(), text, bytes(promise))) {
      throw new SigstoreRefusal("The log has not signed the entry.");
    }
  }

  private void verifyInclusion(SigstoreTrust.Log log) throws SigstoreRefusal {
    JsonNode proof = entry.path("inclusionProof");
    long index = number(proof, "logIndex");
    long size = number(proof, "treeSize");
    List<byte[]> hashes = new ArrayList<>();
    for (JsonNode hash : proof.path("hashes")) {
      hashes.add(bytes(hash.asString("")));
    }
    byte[] root = root(index, size, Sha256.of(LEAF, body), hashes);
    if (!Arrays.equals(root, bytes(Json.text(proof, "rootHash")))) {
      throw new SigstoreRefusal("The signature is not where the log should have it.");
    }
    verifyCheckpoint(log, Json.text(proof, "checkpoint", "envelope"), size, root);
  }

  /** The root that follows from a leaf and the hashes beside its way up (RFC 9162, 2.1.3.2). */
  private static byte[] root(long index, long size, byte[] leaf, List<byte[]> hashes)
      throws SigstoreRefusal {
    if (index < 0 || index >= size) {
      throw new SigstoreRefusal("The entry is outside of its log.");
    }
    long node = index;
    long last = size - 1;
    byte[] root = leaf;
    for (byte[] hash : hashes) {
      if (last == 0) {
        throw new SigstoreRefusal("The proof of the log is longer than its tree is high.");
      }
      if (node % 2 == 1 || node == last) {
        root = Sha256.of(NODE, hash, root);
        while (node % 2 == 0 && node != 0) {
          node /= 2;
          last /= 2;
        }
      } else {
        root = Sha256.of(NODE, root, hash);
      }
      node /= 2;
      last /= 2;
    }
    if (last != 0) {
      throw new SigstoreRefusal("The proof of the log is shorter than its tree is high.");
    }
    return root;
  }

  /** The log has signed that its tree of this size has this root. */
  private static void verifyCheckpoint(
      SigstoreTrust.Log log, String checkpoint, long size, byte[] root) throws SigstoreRefusal {
    int end = checkpoint.indexOf("\n\n");
    String[] lines = checkpoint.substring(0, Math.max(end, 0)).split("\n", -1);
    if (end < 0 || lines.length < 3) {
      throw new SigstoreRefusal("The checkpoint of the log cannot be read.");
    }
    if (!lines[1].equals(Long.toString(size)) || !Arrays.equals(bytes(lines[2]), root)) {
      throw new SigstoreRefusal("The checkpoint of the log is of another tree.");
    }
    byte[] text = checkpoint.substring(0, end + 1).getBytes(StandardCharsets.UTF_8);
    byte[] hint = Arrays.copyOf(bytes(log.id()), HINT);
    for (String line : checkpoint.substring(end + 2).split("\n", -1)) {
      String[] words = line.split(" ", -1);
      if (words.length == 3 && words[0].equals("\u2014") && words[1].equals(log.name())) {
        byte[] signature = bytes(words[2]);
        if (signature.length > HINT
            && Arrays.equals(hint, Arrays.copyOf(signature, HINT))
            && SigstoreKeys.verifies(
                log.key(), text, Arrays.copyOfRange(signature, HINT, signature.length))) {
          return;
        }
      }
    }
    throw new SigstoreRefusal("The log has not signed its checkpoint.");
  }

  /** The entry is of this signature of this archive by this signer, and not of another one. */
  private void verifyBody(byte[] digest, byte[] signature, byte[] verifier) throws SigstoreRefusal {
    JsonNode said;
    try {
      said = Json.parse(new String(body, StandardCharsets.UTF_8));
    } catch (Json.Malformed e) {
      throw new SigstoreRefusal("The entry of the log cannot be read.");
    }
    if (!Json.text(said, "kind").equals("hashedrekord")
        || !Json.text(said, "apiVersion").equals("0.0.1")) {
      throw new SigstoreRefusal("The entry of the log is of another kind than hashedrekord 0.0.1.");
    }
    JsonNode spec = said.path("spec");
    String signer = Json.text(spec, "signature", "publicKey", "content");
    byte[] logged =
        SigstoreKeys.pem(new String(bytes(signer), StandardCharsets.US_ASCII)).orElse(new byte[0]);
    if (!Json.text(spec, "data", "hash", "algorithm").equals("sha256")
        || !Json.text(spec, "data", "hash", "value").equals(HexFormat.of().formatHex(digest))
        || !Arrays.equals(bytes(Json.text(spec, "signature", "content")), signature)
        || !Arrays.equals(logged, verifier)) {
      throw new SigstoreRefusal("The entry of the log is of another signature.");
    }
  }

  /** Numbers of 64 bits are texts in JSON. */
  private static long number(JsonNode json, String field) throws SigstoreRefusal {
    try {
      return Long.parseLong(json.path(field).asString(""));
    } catch (NumberFormatException e) {
      throw new SigstoreRefusal("The entry of the log lacks `" + field + "`.");
    }
  }

  private static byte[] bytes(String base64) {
    return Base64.getDecoder().decode(base64);
  }
}
