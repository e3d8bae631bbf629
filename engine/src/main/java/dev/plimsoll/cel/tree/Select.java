package dev.plimsoll.cel.tree;

/** {@code operand.field}. */
public record Select(int offset, Expr operand, String field) implements Expr {

  @Override
  public Object evaluate(Frame frame) {
    Object container = operand.evaluate(frame);
    frame.meter.add(1);
    return Lookup.required(frame.reads, container, field);
  }
}
