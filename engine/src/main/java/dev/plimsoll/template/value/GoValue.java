package dev.plimsoll.template.value;

/**
 * A value as a running template sees it, with its Go type and its trace. Immutable but for {@link
 * GoMap}, which templates change with {@code set} and which is compared by identity.
 */
public sealed interface GoValue
    permits GoNil, GoBool, GoInt, GoFloat, GoString, GoBytes, GoList, GoMap, GoObject {

  /** What the value depends on. */
  Trace trace();

  /** The same value, chosen because of {@code reason}. */
  GoValue because(Trace reason);

  /**
   * The Go type as {@code %T} prints it: {@code string}, {@code float64}, {@code
   * map[string]interface {}}; {@code <nil>} for nil.
   */
  String typeName();

  /** The Go kind as sprig's {@code kindOf} prints it: {@code map}, {@code slice}, {@code ptr}. */
  String kindName();

  /** Go's {@code template.IsTrue}: not zero, not empty, not nil. */
  boolean isTrue();
}
