package dev.plimsoll.deploy.record;

import java.io.ByteArrayOutputStream;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** The strings of the SSH protocol: a length of four bytes, then the bytes. */
final class SshWire {

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  SshWire raw(String text) {
    out.writeBytes(text.getBytes(StandardCharsets.US_ASCII));
    return this;
  }

  SshWire number(int value) {
    out.writeBytes(ByteBuffer.allocate(Integer.BYTES).putInt(value).array());
    return this;
  }

  SshWire string(byte[] bytes) {
    number(bytes.length);
    out.writeBytes(bytes);
    return this;
  }

  SshWire string(String text) {
    return string(text.getBytes(StandardCharsets.UTF_8));
  }

  byte[] bytes() {
    return out.toByteArray();
  }

  /**
   * Reads the next string.
   *
   * @throws BufferUnderflowException if there is none
   */
  static byte[] next(ByteBuffer buffer) {
    int length = buffer.getInt();
    if (length < 0 || length > buffer.remaining()) {
      throw new BufferUnderflowException();
    }
    byte[] bytes = new byte[length];
    buffer.get(bytes);
    return bytes;
  }

  static String nextText(ByteBuffer buffer) {
    return new String(next(buffer), StandardCharsets.UTF_8);
  }
}
