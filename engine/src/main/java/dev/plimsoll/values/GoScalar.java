package dev.plimsoll.values;

/**
 * A scalar with the Go type that templates see. The type depends on the source: files give {@code
 * float64} for every number, {@code --set} gives {@code int64}.
 */
public sealed interface GoScalar {

  /** {@code nil}. */
  record Nil() implements GoScalar {}

  /** {@code bool}. */
  record Bool(boolean value) implements GoScalar {}

  /** {@code int64}. */
  record Int64(long value) implements GoScalar {}

  /** {@code float64}. */
  record Float64(double value) implements GoScalar {}

  /** {@code string}. */
  record Text(String value) implements GoScalar {}
}
