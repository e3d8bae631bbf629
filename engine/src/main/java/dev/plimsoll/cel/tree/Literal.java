package dev.plimsoll.cel.tree;

/** A constant, or the name of a type. */
public record Literal(int offset, Object value) implements Expr {

  @Override
  public Object evaluate(Frame frame) {
    return value;
  }
}
