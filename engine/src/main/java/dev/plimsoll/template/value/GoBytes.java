package dev.plimsoll.template.value;

/**
 * {@code []byte}.
 *
 * @param bytes must not be changed
 */
@SuppressWarnings("ArrayRecordComponent") // Compared nowhere; copies would cost whole files.
public record GoBytes(byte[] bytes, Trace trace) implements GoValue {

  @Override
  public GoBytes because(Trace reason) {
    return new GoBytes(bytes, trace.because(reason));
  }

  @Override
  public String typeName() {
    return "[]uint8";
  }

  @Override
  public String kindName() {
    return "slice";
  }

  @Override
  public boolean isTrue() {
    return bytes.length > 0;
  }
}
