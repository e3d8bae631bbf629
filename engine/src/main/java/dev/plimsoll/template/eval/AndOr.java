package dev.plimsoll.template.eval;

import dev.plimsoll.template.value.GoNil;
import dev.plimsoll.template.value.GoValue;
import dev.plimsoll.template.value.Trace;
import org.jspecify.annotations.Nullable;

/** {@code and} and {@code or}, which evaluate no more arguments than they need. */
final class AndOr extends Expression {

  private final Expression[] arguments;
  private final boolean isOr;

  AndOr(Place place, Expression[] arguments, boolean isOr) {
    super(place);
    this.arguments = arguments;
    this.isOr = isOr;
  }

  @Override
  GoValue evaluate(Execution execution, Frame frame, @Nullable GoValue piped) {
    execution.at = place;
    GoValue value = GoNil.LITERAL;
    Trace before = Trace.NONE;
    for (int i = 0; i < arguments.length; i++) {
      before = i == 0 ? before : before.and(value.trace());
      value = arguments[i].evaluate(execution, frame, null);
      if (value.isTrue() == isOr) {
        return chosen(value, before);
      }
    }
    if (piped != null) {
      before = before.and(value.trace());
      value = piped;
    }
    return chosen(value, before);
  }

  /** The value is the result because of those before it. */
  private static GoValue chosen(GoValue value, Trace before) {
    return before.isNone() ? value : value.because(before);
  }
}
