package dev.plimsoll.values;

import java.util.List;

/** A value that nobody has touched: a leaf, or a list or map that was not opened yet. */
record Fixed(Value value) implements Node {

  @Override
  public List<Value> chain() {
    return Chain.of(value);
  }
}
