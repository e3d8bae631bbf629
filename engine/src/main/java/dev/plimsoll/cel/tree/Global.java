package dev.plimsoll.cel.tree;

import dev.plimsoll.cel.value.CelFailure;
import dev.plimsoll.cel.value.Unknown;

/** A variable that whoever evaluates the expression sets. */
public record Global(int offset, String name) implements Expr {

  @Override
  public Object evaluate(Frame frame) {
    frame.meter.add(1);
    Object value = frame.global(name);
    if (value == null) {
      throw CelFailure.of("no such attribute(s): " + name);
    }
    if (value instanceof Unknown(String what)) {
      throw CelFailure.undecided(what);
    }
    return value;
  }
}
