package dev.plimsoll.cel.tree;

import dev.plimsoll.cel.value.CelMap;
import dev.plimsoll.cel.value.CelOptional;

/** {@code has(operand.field)}; costs nothing of its own in Kubernetes. */
public record Presence(int offset, Expr operand, String field) implements Expr {

  @Override
  public Object evaluate(Frame frame) {
    Object container = operand.evaluate(frame);
    if (container instanceof CelOptional(Object content) && content != null) {
      container = content;
    }
    if (!(container instanceof CelMap map)) {
      return false;
    }
    Object value = map.get(field);
    frame.reads.add(container, field, value);
    return value != null;
  }
}
