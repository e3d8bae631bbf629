package dev.plimsoll.cel.tree;

/** {@code operand.?field} and {@code operand[?key]}. */
public record OptionalSelect(int offset, Expr operand, Expr key) implements Expr {

  @Override
  public Object evaluate(Frame frame) {
    Object container = operand.evaluate(frame);
    Object field = key.evaluate(frame);
    frame.meter.add(1);
    return Lookup.optional(frame.reads, container, field);
  }
}
