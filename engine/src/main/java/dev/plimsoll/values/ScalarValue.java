package dev.plimsoll.values;

import dev.plimsoll.origin.Origin;
import java.util.List;

/** A leaf. */
public record ScalarValue(GoScalar content, Origin origin, List<Value> shadowed) implements Value {

  public ScalarValue {
    shadowed = List.copyOf(shadowed);
  }
}
