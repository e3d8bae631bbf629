package dev.plimsoll.template.function;

import dev.plimsoll.template.value.StrayBytes;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Base 64 and 32 as Go decodes them: line ends are skipped, padding is required, and a text that is
 * broken gives Go's error instead of a result, as Sprig does.
 */
final class BaseDecoder {

  static final String BASE_64 = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  static final String BASE_32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

  private final String alphabet;
  private final int digitBits;
  private final int quantum;

  BaseDecoder(String alphabet) {
    this.alphabet = alphabet;
    this.digitBits = Integer.numberOfTrailingZeros(alphabet.length());
    this.quantum = digitBits == 6 ? 4 : 8;
  }

  /** The bytes that a text in Base 64 stands for; null if it is none. */
  static byte @Nullable [] base64(String text) {
    byte[] input = text.getBytes(StandardCharsets.UTF_8);
    ByteArrayOutputStream out = new ByteArrayOutputStream(input.length);
    return new BaseDecoder(BASE_64).decode(input, out) < 0 ? out.toByteArray() : null;
  }

  /** Go's error for a text that is not Base 64. */
  static String problem(String text) {
    return new BaseDecoder(BASE_64).decode(text.getBytes(StandardCharsets.UTF_8));
  }

  /** The decoded text, or the text of the error. */
  String decode(byte[] input) {
    ByteArrayOutputStream out = new ByteArrayOutputStream(input.length);
    long failed = decode(input, out);
    return failed < 0
        ? StrayBytes.decode(out.toByteArray())
        : "illegal base" + (digitBits == 6 ? "64" : "32") + " data at input byte " + failed;
  }

  /** Gives the offset of what is wrong; -1 for nothing. */
  private long decode(byte[] input, ByteArrayOutputStream out) {
    long bits = 0;
    int digits = 0;
    int at = 0;
    for (; at < input.length; at++) {
      int c = input[at];
      if (c == '\n' || c == '\r') {
        continue;
      }
      if (c == '=') {
        return padding(input, at, bits, digits, out);
      }
      int digit = alphabet.indexOf(c);
      if (digit < 0) {
        return at;
      }
      bits = bits << digitBits | digit;
      digits++;
      if (digits == quantum) {
        write(bits, quantum * digitBits / 8, quantum * digitBits, out);
        bits = 0;
        digits = 0;
      }
    }
    return digits == 0 ? -1 : digitBits == 6 ? (long) at - digits : at;
  }

  private long padding(byte[] input, int first, long bits, int digits, ByteArrayOutputStream out) {
    int whole = digits * digitBits / 8;
    boolean possible = (whole * 8 + digitBits - 1) / digitBits == digits && digits > 0;
    if (!possible) {
      return first;
    }
    int missing = quantum - digits;
    int at = first;
    for (; at < input.length && missing > 0; at++) {
      if (input[at] == '=') {
        missing--;
      } else if (input[at] != '\n' && input[at] != '\r') {
        return digitBits == 6 ? at : at - 1L;
      }
    }
    if (missing > 0) {
      return input.length;
    }
    while (at < input.length && (input[at] == '\n' || input[at] == '\r')) {
      at++;
    }
    if (at < input.length) {
      return at;
    }
    int shift = digitBits * (quantum - digits);
    write(bits << shift, whole, quantum * digitBits, out);
    return -1;
  }

  private static void write(long bits, int count, int width, ByteArrayOutputStream out) {
    for (int i = 0; i < count; i++) {
      out.write((int) (bits >> (width - 8 * (i + 1))));
    }
  }
}
