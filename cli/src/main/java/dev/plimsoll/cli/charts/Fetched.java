package dev.plimsoll.cli.charts;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * A chart that was downloaded.
 *
 * @param version the one that was chosen
 * @param archive the chart, packed
 * @param origin where it was
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared.
record Fetched(String version, byte[] archive, String origin) {

  /** Helm takes none that is larger. */
  static final int LARGEST = 100 << 20;

  /** The SHA-256 of the archive in hexadecimal digits. */
  String digest() {
    return digest(archive);
  }

  static String digest(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
