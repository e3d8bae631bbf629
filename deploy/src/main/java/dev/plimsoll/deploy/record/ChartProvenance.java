package dev.plimsoll.deploy.record;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.bouncycastle.openpgp.PGPException;
import org.bouncycastle.openpgp.PGPPublicKey;
import org.bouncycastle.openpgp.PGPSignature;

/** Verifies the provenance files of Helm: clear-signed text that names the digest of an archive. */
public final class ChartProvenance {

  private static final String BEGIN = "-----BEGIN PGP SIGNED MESSAGE-----";
  private static final String SIGNATURE = "-----BEGIN PGP SIGNATURE-----";

  /** Whether a chart is signed, and by whom or why not. */
  public record Result(boolean isValid, String text) {}

  private ChartProvenance() {}

  /**
   * Verifies one.
   *
   * @param keyring of those who are trusted, armoured or not
   * @param digest of the archive: {@code sha256:<hex>}
   */
  public static Result verify(String provenance, byte[] keyring, String archive, String digest) {
    try {
      int begin = provenance.indexOf(BEGIN);
      int end = provenance.indexOf(SIGNATURE);
      if (begin < 0 || end < begin) {
        return new Result(false, "The provenance file is not signed.");
      }
      PGPSignature signature = PgpKeys.signature(provenance.substring(end));
      PGPPublicKey key = PgpKeys.keyring(keyring).getPublicKey(signature.getKeyID());
      String id = Long.toHexString(signature.getKeyID()).toUpperCase(Locale.ROOT);
      if (key == null) {
        return new Result(false, "The chart is signed by key " + id + ", which the keyring lacks.");
      }
      String text = text(provenance.substring(begin, end));
      byte[] signed = text.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8);
      if (!PgpKeys.verifies(key, signed, signature)) {
        return new Result(false, "The signature of the provenance file is wrong.");
      }
      boolean names =
          text.lines().map(String::strip).anyMatch(line -> line.equals(archive + ": " + digest));
      return names
          ? new Result(true, "Signed by " + owner(key, id))
          : new Result(false, "The provenance file is not of this archive.");
    } catch (IOException | PGPException | ClassCastException e) {
      return new Result(false, "The provenance file or the keyring cannot be read.");
    }
  }

  /** The signed text: without headers, dash escapes and the blanks at the ends of lines. */
  private static String text(String part) {
    int body = part.indexOf("\n\n");
    if (body < 0) {
      body = part.indexOf("\r\n\r\n") + 2;
    }
    StringBuilder text = new StringBuilder();
    for (String line : part.substring(body + 2).split("\r?\n", -1)) {
      String plain = line.startsWith("- ") ? line.substring(2) : line;
      text.append(plain.stripTrailing()).append('\n');
    }
    // The line end before the signature is not signed.
    String all = text.toString();
    return all.substring(0, Math.max(0, all.length() - 2));
  }

  private static String owner(PGPPublicKey key, String id) {
    return key.getUserIDs().hasNext() ? key.getUserIDs().next() : "key " + id;
  }
}
