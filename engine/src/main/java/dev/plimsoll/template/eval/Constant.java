package dev.plimsoll.template.eval;

import dev.plimsoll.template.value.GoValue;
import org.jspecify.annotations.Nullable;

/** A value that the template itself says. */
final class Constant extends Expression {

  private final GoValue value;

  Constant(Place place, GoValue value) {
    super(place);
    this.value = value;
  }

  @Override
  GoValue evaluate(Execution execution, Frame frame, @Nullable GoValue piped) {
    execution.at = place;
    return value;
  }
}
