package dev.plimsoll.source;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/**
 * Between bytes and text. YAML is UTF-8, or UTF-16 with a byte order mark (YAML 1.1, section 5.2);
 * everything else is no text.
 */
public final class TextDecoder {

  /** Where a NUL says that a file is binary, as git has it. */
  private static final int BINARY_PROBE = 8_000;

  private TextDecoder() {}

  /** Text where {@code bytes} are text, or else the bytes themselves, which must not be changed. */
  public static FileContent decode(String path, byte[] bytes) {
    try {
      String text = text(Encoding.of(bytes), bytes);
      return isBinary(text)
          ? new FileContent.Binary(bytes)
          : new FileContent.Text(new SourceFile(path, text));
    } catch (CharacterCodingException e) {
      return new FileContent.Binary(bytes);
    }
  }

  private static String text(Encoding encoding, byte[] bytes) throws CharacterCodingException {
    int start = encoding.mark().length;
    int length = bytes.length - start;
    // This is the fast way, which puts U+FFFD where there is no text.
    String text = new String(bytes, start, length, encoding.charset);
    return text.indexOf('\uFFFD') < 0
        ? text
        : encoding.charset.newDecoder().decode(ByteBuffer.wrap(bytes, start, length)).toString();
  }

  /**
   * The bytes of {@code text} in the encoding, and with the byte order mark, of {@code original}.
   */
  public static byte[] encodeLike(byte[] original, String text) {
    Encoding encoding = Encoding.of(original);
    return (encoding.marked ? "\uFEFF" + text : text).getBytes(encoding.charset);
  }

  /**
   * The line and the column, counted in bytes, of the first byte that is no UTF-8; empty if all of
   * them are.
   */
  public static Optional<Position> firstInvalid(byte[] bytes) {
    ByteBuffer in = ByteBuffer.wrap(bytes);
    CharBuffer out = CharBuffer.allocate(bytes.length + 1);
    if (!StandardCharsets.UTF_8.newDecoder().decode(in, out, true).isError()) {
      return Optional.empty();
    }
    int line = 1;
    int lineStart = 0;
    for (int i = 0; i < in.position(); i++) {
      if (bytes[i] == '\n') {
        line++;
        lineStart = i + 1;
      }
    }
    return Optional.of(new Position(line, in.position() - lineStart + 1));
  }

  private static boolean isBinary(String text) {
    int nul = text.indexOf('\0');
    return nul >= 0 && nul < BINARY_PROBE;
  }

  private enum Encoding {
    UTF_8_WITH_MARK(StandardCharsets.UTF_8, true),
    UTF_16_LITTLE_ENDIAN(StandardCharsets.UTF_16LE, true),
    UTF_16_BIG_ENDIAN(StandardCharsets.UTF_16BE, true),
    UTF_8(StandardCharsets.UTF_8, false);

    private final Charset charset;
    private final boolean marked;

    Encoding(Charset charset, boolean marked) {
      this.charset = charset;
      this.marked = marked;
    }

    static Encoding of(byte[] bytes) {
      // No mark begins with a smaller byte.
      if (bytes.length == 0 || (bytes[0] & 0xff) < 0xef) {
        return UTF_8;
      }
      for (Encoding encoding : values()) {
        byte[] mark = encoding.mark();
        if (bytes.length >= mark.length
            && Arrays.equals(bytes, 0, mark.length, mark, 0, mark.length)) {
          return encoding;
        }
      }
      return UTF_8;
    }

    byte[] mark() {
      return marked ? "\uFEFF".getBytes(charset) : new byte[0];
    }
  }
}
