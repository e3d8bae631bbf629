package dev.plimsoll.cel.tree;

import dev.plimsoll.cel.value.CelFailure;

/** Whether to go on in a macro: an error may still be taken back by a later item. */
public record NotStrictlyFalse(int offset, Expr operand) implements Expr {

  @Override
  public Object evaluate(Frame frame) {
    frame.meter.add(1);
    try {
      return !Boolean.FALSE.equals(operand.evaluate(frame));
    } catch (CelFailure _) {
      return true;
    }
  }
}
