package dev.plimsoll.cel.value;

/**
 * An unsigned integer of 64 bits.
 *
 * @param bits as a signed number
 */
public record Unsigned(long bits) implements Comparable<Unsigned> {

  @Override
  public int compareTo(Unsigned other) {
    return Long.compareUnsigned(bits, other.bits);
  }

  /** Whether the signed type cannot hold it. */
  public boolean isLarge() {
    return bits < 0;
  }

  public double toDouble() {
    // The low bit stays as a sticky bit: rounding is that of the whole number.
    return bits >= 0 ? bits : ((bits >>> 1) | (bits & 1)) * 2.0;
  }

  @Override
  public String toString() {
    return Long.toUnsignedString(bits);
  }
}
