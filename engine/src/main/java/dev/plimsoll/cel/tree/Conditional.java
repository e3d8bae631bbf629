package dev.plimsoll.cel.tree;

import dev.plimsoll.cel.value.CelFailure;

/** {@code condition ? then : otherwise}. */
public record Conditional(int offset, Expr condition, Expr then, Expr otherwise) implements Expr {

  @Override
  public Object evaluate(Frame frame) {
    if (condition.evaluate(frame) instanceof Boolean decision) {
      return (decision ? then : otherwise).evaluate(frame);
    }
    throw CelFailure.of("no such overload");
  }
}
