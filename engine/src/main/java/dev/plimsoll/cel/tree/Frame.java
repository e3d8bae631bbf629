package dev.plimsoll.cel.tree;

import dev.plimsoll.cel.value.Meter;
import dev.plimsoll.cel.value.ReadLog;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The state of one evaluation. */
public final class Frame {

  final Meter meter;
  final ReadLog reads;
  private final Function<String, @Nullable Object> globals;
  private final @Nullable Object[] locals;

  /**
   * @param globals the value of each variable that the expression was checked with; null for one
   *     that is not set
   * @param locals how many places the variables of macros need
   */
  public Frame(Function<String, @Nullable Object> globals, int locals, Meter meter, ReadLog reads) {
    this.globals = globals;
    this.locals = new @Nullable Object[locals];
    this.meter = meter;
    this.reads = reads;
  }

  @Nullable Object global(String name) {
    return globals.apply(name);
  }

  Object local(int slot) {
    Object value = locals[slot];
    if (value == null) {
      throw new IllegalStateException("Nothing in place " + slot);
    }
    return value;
  }

  void setLocal(int slot, Object value) {
    locals[slot] = value;
  }
}
