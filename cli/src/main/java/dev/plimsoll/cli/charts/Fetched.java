package dev.plimsoll.cli.charts;

import dev.plimsoll.source.Sha256;

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
    return Sha256.hex(archive);
  }
}
