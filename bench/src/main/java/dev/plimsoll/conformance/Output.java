package dev.plimsoll.conformance;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

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

  /** The first line of the error. */
  String firstError() {
    return error.lines().filter(line -> !line.isBlank()).findFirst().orElse("");
  }
}
