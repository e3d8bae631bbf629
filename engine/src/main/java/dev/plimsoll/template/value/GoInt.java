package dev.plimsoll.template.value;

/**
 * An integer of any Go type.
 *
 * @param value the bits; unsigned 64-bit numbers above the signed range are negative here
 */
public record GoInt(long value, Type type, Trace trace) implements GoValue {

  /** The Go type. */
  public enum Type {
    INT("int", "int", true),
    INT8("int8", "int8", true),
    INT16("int16", "int16", true),
    INT32("int32", "int32", true),
    INT64("int64", "int64", true),
    UINT("uint", "uint", false),
    UINT8("uint8", "uint8", false),
    UINT16("uint16", "uint16", false),
    UINT32("uint32", "uint32", false),
    UINT64("uint64", "uint64", false),
    DURATION("time.Duration", "int64", true),
    MONTH("time.Month", "int", true),
    WEEKDAY("time.Weekday", "int", true);

    private final String typeName;
    private final String kindName;
    private final boolean signed;

    Type(String typeName, String kindName, boolean signed) {
      this.typeName = typeName;
      this.kindName = kindName;
      this.signed = signed;
    }

    public boolean isSigned() {
      return signed;
    }

    public String typeName() {
      return typeName;
    }
  }

  /** An {@code int}. */
  public static GoInt of(long value, Trace trace) {
    return new GoInt(value, Type.INT, trace);
  }

  /** An {@code int64}. */
  public static GoInt int64(long value, Trace trace) {
    return new GoInt(value, Type.INT64, trace);
  }

  @Override
  public GoInt because(Trace reason) {
    return new GoInt(value, type, trace.because(reason));
  }

  @Override
  public String typeName() {
    return type.typeName;
  }

  @Override
  public String kindName() {
    return type.kindName;
  }

  @Override
  public boolean isTrue() {
    return value != 0;
  }
}
