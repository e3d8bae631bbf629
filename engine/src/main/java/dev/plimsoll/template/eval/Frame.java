package dev.plimsoll.template.eval;

import dev.plimsoll.template.value.GoValue;
import org.jspecify.annotations.Nullable;

/** Dot and the variables of one execution of a template. */
final class Frame {

  GoValue dot;

  /**
   * Whether Go holds dot as an {@code interface {}}, which it does with items of maps and lists
   * until a pipeline has taken them out. It shows in error messages alone.
   */
  boolean isDotInterface;

  private final @Nullable GoValue[] variables;

  /** The same as {@link #isDotInterface} for each of the first 64 variables. */
  private long interfaces;

  Frame(int size, GoValue dot) {
    this.variables = new GoValue[size];
    this.dot = dot;
    variables[0] = dot;
  }

  /** A variable; null if its declaration was not executed, which {@code and} may do. */
  @Nullable GoValue get(int slot) {
    return variables[slot];
  }

  boolean isInterface(int slot) {
    return slot < Long.SIZE && (interfaces & (1L << slot)) != 0;
  }

  void set(int slot, GoValue value) {
    variables[slot] = value;
    interfaces &= ~bit(slot);
  }

  /** Sets a variable of {@code range}. */
  void setItem(int slot, GoValue value, boolean isInterface) {
    variables[slot] = value;
    interfaces = isInterface ? interfaces | bit(slot) : interfaces & ~bit(slot);
  }

  private static long bit(int slot) {
    return slot < Long.SIZE ? 1L << slot : 0;
  }
}
