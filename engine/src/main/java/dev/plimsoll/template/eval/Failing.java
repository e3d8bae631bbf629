package dev.plimsoll.template.eval;

import dev.plimsoll.template.value.GoValue;
import org.jspecify.annotations.Nullable;

/**
 * Something that Go's parser accepts but can only fail: a function with too few arguments, text
 * where a number is needed.
 */
final class Failing extends Expression {

  private final String message;
  private final boolean isNoted;

  /**
   * @param isNoted whether Go notes the node before it fails
   */
  Failing(Place place, String message, boolean isNoted) {
    super(place);
    this.message = message;
    this.isNoted = isNoted;
  }

  @Override
  GoValue evaluate(Execution execution, Frame frame, @Nullable GoValue piped) {
    if (isNoted) {
      execution.at = place;
    }
    throw execution.failure(message);
  }
}
