package dev.plimsoll.cel.tree;

/** {@code left && right}: false if either side is, whatever the other one is. */
public record And(int offset, Expr left, Expr right) implements Expr {

  @Override
  public Object evaluate(Frame frame) {
    return Logic.evaluate(left, right, false, frame);
  }
}
