package dev.plimsoll.conformance;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/**
 * What a command printed.
 *
 * @param bytes standard output; empty if it failed
 * @param error standard error, if it failed
 */
@SuppressWarnings("ArrayRecordComponent") // Compared with sameAs, never changed.
record Output(boolean succeeded, byte[] bytes, String error) {

  boolean sameAs(Output other) {
    return succeeded == other.succeeded && Arrays.equals(bytes, other.bytes);
  }

  String text() {
    return new String(bytes, StandardCharsets.UTF_8);
  }

  /** The first line of the error, behind warnings. */
  String firstError() {
    List<String> lines = error.lines().filter(line -> !line.isBlank()).toList();
    return lines.stream()
        .filter(line -> line.startsWith("Error: "))
        .findFirst()
        .or(() -> lines.stream().findFirst())
        .orElse("");
  }
}
