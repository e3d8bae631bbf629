package dev.plimsoll.template.eval;

import dev.plimsoll.template.value.GoValue;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A command that is no function but is given arguments. */
final class NonFunction extends Expression {

  private final @Nullable Expression evaluatedFirst;
  private final Supplier<String> text;
  private final boolean isNoted;

  /**
   * @param text what is no function, as Go prints it
   * @param evaluatedFirst what Go evaluates before it sees the mistake; null for nothing
   * @param isNoted whether Go notes the node before it fails
   */
  NonFunction(
      Place place, Supplier<String> text, @Nullable Expression evaluatedFirst, boolean isNoted) {
    super(place);
    this.text = text;
    this.evaluatedFirst = evaluatedFirst;
    this.isNoted = isNoted;
  }

  @Override
  GoValue evaluate(Execution execution, Frame frame, @Nullable GoValue piped) {
    if (isNoted) {
      execution.at = place;
    }
    if (evaluatedFirst != null) {
      evaluatedFirst.evaluate(execution, frame, null);
    }
    throw execution.failure("can't give argument to non-function " + text.get());
  }
}
