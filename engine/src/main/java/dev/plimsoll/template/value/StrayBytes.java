package dev.plimsoll.template.value;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/**
 * Bytes that are no UTF-8 in a text, as Go's strings may hold them: a binary file, or what was
 * decoded from Base64. The byte {@code 0xNN} is the lone surrogate {@code U+DCNN}, which no text
 * has, so that a function on bytes gets back what was there.
 */
public final class StrayBytes {

  private static final int ESCAPE = 0xDC00;

  private StrayBytes() {}

  /** The text of bytes, whatever they are. */
  public static String decode(byte[] bytes) {
    CharsetDecoder decoder =
        StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    ByteBuffer in = ByteBuffer.wrap(bytes);
    // A byte becomes one character at most.
    CharBuffer out = CharBuffer.allocate(bytes.length);
    CoderResult result = decoder.decode(in, out, true);
    while (result.isError()) {
      for (int i = result.length(); i > 0; i--) {
        out.put((char) (ESCAPE + (in.get() & 0xff)));
      }
      result = decoder.decode(in, out, true);
    }
    return out.flip().toString();
  }

  /** The bytes of a text, of which {@link #decode} may have made some. */
  public static byte[] encode(String text) {
    int stray = next(text, 0);
    if (stray < 0) {
      return text.getBytes(StandardCharsets.UTF_8);
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(text.length());
    int start = 0;
    for (; stray >= 0; stray = next(text, start)) {
      bytes.writeBytes(text.substring(start, stray).getBytes(StandardCharsets.UTF_8));
      bytes.write(text.charAt(stray) - ESCAPE);
      start = stray + 1;
    }
    bytes.writeBytes(text.substring(start).getBytes(StandardCharsets.UTF_8));
    return bytes.toByteArray();
  }

  /** A text as it is shown: with U+FFFD for what is no text. */
  public static TracedText shown(TracedText text) {
    int stray = next(text.text(), 0);
    if (stray < 0) {
      return text;
    }
    StringBuilder shown = new StringBuilder(text.text());
    for (; stray >= 0; stray = next(text.text(), stray + 1)) {
      shown.setCharAt(stray, '\uFFFD');
    }
    return text.withCharacters(shown.toString());
  }

  /** Where the next stray byte is; negative if there is none. */
  private static int next(String text, int from) {
    for (int i = from; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c >= ESCAPE + 0x80
          && c <= ESCAPE + 0xff
          && (i == 0 || !Character.isHighSurrogate(text.charAt(i - 1)))) {
        return i;
      }
    }
    return -1;
  }
}
