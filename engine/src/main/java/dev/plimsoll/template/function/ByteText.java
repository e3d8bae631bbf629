package dev.plimsoll.template.function;

import dev.plimsoll.template.value.TracedText;
import java.nio.charset.StandardCharsets;

/**
 * Text by the bytes of its UTF-8, which is what Go's slices and lengths of strings count.
 *
 * <p>A slice that ends inside a character leaves bytes that are no text; they become U+FFFD, as
 * they do as soon as Helm parses the result.
 */
final class ByteText {

  private ByteText() {}

  static boolean isAscii(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) >= 0x80) {
        return false;
      }
    }
    return true;
  }

  /** How many bytes a text takes. */
  static int length(String text) {
    return isAscii(text) ? text.length() : text.getBytes(StandardCharsets.UTF_8).length;
  }

  /** The bytes {@code start} to {@code end} of a text. */
  static TracedText slice(TracedText text, int start, int end) {
    if (isAscii(text.text())) {
      return text.substring(start, end);
    }
    byte[] bytes = text.text().getBytes(StandardCharsets.UTF_8);
    if (isBoundary(bytes, start) && isBoundary(bytes, end)) {
      int from = new String(bytes, 0, start, StandardCharsets.UTF_8).length();
      int length = new String(bytes, start, end - start, StandardCharsets.UTF_8).length();
      return text.substring(from, from + length);
    }
    String part = new String(bytes, start, end - start, StandardCharsets.UTF_8);
    return TracedText.computed(part, text.trace());
  }

  /** One character for each byte, for algorithms that work on bytes. */
  static String widen(String text) {
    return isAscii(text)
        ? text
        : new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
  }

  /** The text of which {@link #widen} made {@code bytes}. */
  static String narrow(String bytes) {
    return isAscii(bytes)
        ? bytes
        : new String(bytes.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
  }

  private static boolean isBoundary(byte[] bytes, int index) {
    return index >= bytes.length || (bytes[index] & 0xc0) != 0x80;
  }
}
