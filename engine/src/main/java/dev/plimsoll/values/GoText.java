package dev.plimsoll.values;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Text as Go keeps it: bytes that are UTF-8 as a rule. A byte that is no part of a character, as in
 * a file of a chart that is no text, is the lone surrogate {@code U+DC00} plus its value here, so
 * that it survives being moved about; Go itself takes it for U+FFFD wherever it looks at
 * characters.
 */
public final class GoText {

  private static final char REPLACEMENT = '\uFFFD';

  /** What a byte is moved by that is no part of a character. */
  private static final int BYTES = 0xDC00;

  private static final int FIRST_BYTE = BYTES + 0x80;
  private static final int LAST_BYTE = BYTES + 0xFF;

  private GoText() {}

  /** Go's {@code string(bytes)}. */
  public static String decode(byte[] bytes) {
    String text = new String(bytes, StandardCharsets.UTF_8);
    return text.indexOf(REPLACEMENT) < 0 ? text : decodeEach(bytes);
  }

  /** Go's {@code []byte(text)}. */
  public static byte[] encode(String text) {
    return isWellFormed(text) ? text.getBytes(StandardCharsets.UTF_8) : encodeEach(text);
  }

  /** How many bytes the characters from {@code start} to {@code end} take: Go's {@code len}. */
  public static int byteLength(String text, int start, int end) {
    int length = end - start;
    for (int i = start; i < end; i++) {
      char c = text.charAt(i);
      if (c >= 0x800 && !Character.isSurrogate(c)) {
        length += 2;
      } else if (c >= 0x80 && !isByte(text, i)) {
        // Half a pair takes two of the four bytes.
        length++;
      }
    }
    return length;
  }

  /** How many bytes a text takes. */
  public static int byteLength(String text) {
    return byteLength(text, 0, text.length());
  }

  /** Whether {@code c} stands for a byte that is no part of a character. */
  public static boolean isByte(int c) {
    return c >= FIRST_BYTE && c <= LAST_BYTE;
  }

  private static boolean isByte(String text, int index) {
    return isByte(text.charAt(index))
        && (index == 0 || !Character.isHighSurrogate(text.charAt(index - 1)));
  }

  /** The text with each half of a surrogate pair replaced by U+FFFD. */
  public static String wellFormed(CharSequence text) {
    if (isWellFormed(text)) {
      return text.toString();
    }
    StringBuilder result = new StringBuilder(text);
    for (int i = 0; i < result.length(); i++) {
      char c = result.charAt(i);
      if (!Character.isSurrogate(c)) {
        continue;
      }
      boolean pair =
          Character.isHighSurrogate(c)
              && i + 1 < result.length()
              && Character.isLowSurrogate(result.charAt(i + 1));
      if (pair) {
        i++;
      } else {
        result.setCharAt(i, REPLACEMENT);
      }
    }
    return result.toString();
  }

  private static boolean isWellFormed(CharSequence text) {
    for (int i = 0; i < text.length(); i++) {
      if (Character.isSurrogate(text.charAt(i))) {
        return false;
      }
    }
    return true;
  }

  private static byte[] encodeEach(String text) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(text.length());
    int done = 0;
    for (int i = 0; i < text.length(); i++) {
      if (isByte(text, i)) {
        bytes.writeBytes(text.substring(done, i).getBytes(StandardCharsets.UTF_8));
        bytes.write(text.charAt(i));
        done = i + 1;
      }
    }
    bytes.writeBytes(text.substring(done).getBytes(StandardCharsets.UTF_8));
    return bytes.toByteArray();
  }

  private static String decodeEach(byte[] bytes) {
    StringBuilder text = new StringBuilder(bytes.length);
    for (int i = 0; i < bytes.length; ) {
      int length = characterLength(bytes, i);
      if (length == 0) {
        text.append((char) (BYTES + (bytes[i] & 0xFF)));
        i++;
      } else {
        text.append(new String(bytes, i, length, StandardCharsets.UTF_8));
        i += length;
      }
    }
    return text.toString();
  }

  /** How many bytes the character at {@code start} has; 0 if there is none. */
  private static int characterLength(byte[] bytes, int start) {
    int first = bytes[start] & 0xFF;
    int length = first < 0x80 ? 1 : first < 0xC2 ? 0 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4;
    if (length < 2 || start + length > bytes.length) {
      return length < 2 ? length : 0;
    }
    // Java knows which second bytes there are; a whole character of its own is no replacement.
    byte[] character = Arrays.copyOfRange(bytes, start, start + length);
    String decoded = new String(character, StandardCharsets.UTF_8);
    return Arrays.equals(decoded.getBytes(StandardCharsets.UTF_8), character) ? length : 0;
  }
}
