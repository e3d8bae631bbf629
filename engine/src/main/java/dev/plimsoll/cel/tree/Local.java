package dev.plimsoll.cel.tree;

import dev.plimsoll.cel.value.CelFailure;

/** A variable of a macro. */
public record Local(int offset, int slot) implements Expr {

  @Override
  public Object evaluate(Frame frame) {
    frame.meter.add(1);
    Object value = frame.local(slot);
    if (value instanceof CelFailure failure) {
      throw failure;
    }
    return value;
  }
}
