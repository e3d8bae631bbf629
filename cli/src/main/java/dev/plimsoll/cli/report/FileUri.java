package dev.plimsoll.cli.report;

import java.nio.charset.StandardCharsets;

/** A path as a reference of a URI (RFC 3986). */
final class FileUri {

  /** What may stand in a path as it is; a colon may not, as it would end a scheme. */
  private static final String PLAIN = "-._~!$&'()*+,;=@/";

  private FileUri() {}

  /** A relative reference, or {@code file:} for a path that is absolute. */
  static String of(String path) {
    StringBuilder uri = new StringBuilder(path.startsWith("/") ? "file://" : "");
    for (byte each : path.getBytes(StandardCharsets.UTF_8)) {
      char c = (char) (each & 0xFF);
      boolean isWord = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
      if (isWord || PLAIN.indexOf(c) >= 0) {
        uri.append(c);
      } else {
        uri.append('%').append("%02X".formatted((int) c));
      }
    }
    return uri.toString();
  }
}
