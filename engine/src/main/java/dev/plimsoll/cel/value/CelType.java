package dev.plimsoll.cel.value;

import java.time.Duration;
import java.time.Instant;

/** A type as a value: what {@code type(x)} gives. */
public record CelType(String name) {

  public static final CelType BOOL = new CelType("bool");
  public static final CelType BYTES = new CelType("bytes");
  public static final CelType DOUBLE = new CelType("double");
  public static final CelType DURATION = new CelType("google.protobuf.Duration");
  public static final CelType INT = new CelType("int");
  public static final CelType LIST = new CelType("list");
  public static final CelType MAP = new CelType("map");
  public static final CelType NULL = new CelType("null_type");
  public static final CelType OPTIONAL = new CelType("optional_type");
  public static final CelType STRING = new CelType("string");
  public static final CelType TIMESTAMP = new CelType("google.protobuf.Timestamp");
  public static final CelType TYPE = new CelType("type");
  public static final CelType UINT = new CelType("uint");

  /** The type of a value. */
  public static CelType of(Object value) {
    if (value instanceof String) {
      return STRING;
    }
    if (value instanceof Number) {
      return value instanceof Long ? INT : DOUBLE;
    }
    if (value instanceof Boolean) {
      return BOOL;
    }
    if (value instanceof CelMap) {
      return MAP;
    }
    if (value instanceof CelList) {
      return LIST;
    }
    if (value instanceof CelOpaque opaque) {
      return opaque.type();
    }
    return ofRareValue(value);
  }

  private static CelType ofRareValue(Object value) {
    if (value == CelNull.NULL) {
      return NULL;
    }
    if (value instanceof Unsigned) {
      return UINT;
    }
    if (value instanceof CelBytes) {
      return BYTES;
    }
    if (value instanceof Instant) {
      return TIMESTAMP;
    }
    if (value instanceof Duration) {
      return DURATION;
    }
    if (value instanceof CelOptional) {
      return OPTIONAL;
    }
    if (value instanceof CelType) {
      return TYPE;
    }
    throw new IllegalArgumentException("Not a CEL value: " + value.getClass());
  }

  @Override
  public String toString() {
    return name;
  }
}
