package dev.plimsoll.template.eval;

import java.nio.charset.StandardCharsets;

/** Go counts text in bytes. */
final class Utf8 {

  private Utf8() {}

  /** How many bytes the characters from {@code start} to {@code end} take. */
  static int length(String text, int start, int end) {
    int length = end - start;
    for (int i = start; i < end; i++) {
      char c = text.charAt(i);
      if (c >= 0x800 && !Character.isSurrogate(c)) {
        length += 2;
      } else if (c >= 0x80) {
        // Half a pair takes two of the four bytes.
        length++;
      }
    }
    return length;
  }

  static int length(String text) {
    return length(text, 0, text.length());
  }

  /** The offset of the character in which byte {@code position} is. */
  static int offset(String text, int position) {
    int bytes = 0;
    int at = 0;
    while (at < text.length()) {
      int next = text.offsetByCodePoints(at, 1);
      bytes += length(text, at, next);
      if (bytes > position) {
        return at;
      }
      at = next;
    }
    return at;
  }

  /** The byte at {@code position}. */
  static byte at(String text, int position) {
    return text.getBytes(StandardCharsets.UTF_8)[position];
  }
}
