package dev.plimsoll.chart;

import dev.plimsoll.source.FileContent;
import dev.plimsoll.source.SourceFile;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** Makes content of the bytes of an archive member. */
final class MemberContent {

  private static final char BYTE_ORDER_MARK = '\uFEFF';

  private MemberContent() {}

  /** Text if the bytes are UTF-8 without a NUL, as everything is that people edit. */
  static FileContent decode(String path, byte[] bytes) {
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      if (text.indexOf('\0') >= 0) {
        return new FileContent.Binary(bytes);
      }
      boolean marked = !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK;
      return new FileContent.Text(new SourceFile(path, marked ? text.substring(1) : text));
    } catch (CharacterCodingException e) {
      return new FileContent.Binary(bytes);
    }
  }
}
