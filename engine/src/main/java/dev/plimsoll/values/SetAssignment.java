package dev.plimsoll.values;

import dev.plimsoll.source.Span;
import java.util.List;

/**
 * One {@code key=value} of a {@code --set} expression.
 *
 * @param steps from the root of the values; the first is a key
 * @param target what happens at the end of the steps
 */
record SetAssignment(List<Step> steps, Target target) {

  SetAssignment {
    steps = List.copyOf(steps);
  }

  /** From the first key to the end of the value, or of the text that was read. */
  Span span() {
    Span first = steps.getFirst().span();
    return switch (target) {
      case Given(Value value, _) -> first.cover(value.origin().span());
      case Cut _ -> first.cover(steps.getLast().span());
    };
  }

  /** One step down. */
  sealed interface Step {

    /** Where it stands in the argument. */
    Span span();
  }

  /**
   * Into a map.
   *
   * @param name without escapes; empty names are read and not set
   */
  record Member(String name, Span span) implements Step {}

  /**
   * Into a list.
   *
   * @param position as it is written: it may be negative or too large
   */
  record Index(long position, Span span) implements Step {}

  /** What happens at the end of the steps. */
  sealed interface Target {}

  /**
   * A value is set.
   *
   * @param endsText whether the text ends at the {@code =} of a key, which sets empty text; Helm
   *     then forgets the list item around it
   */
  record Given(Value value, boolean endsText) implements Target {}

  /**
   * The text ends behind a step without saying a value, and Helm does not mind: it has created on
   * the way what the steps name, and sets nothing.
   */
  record Cut(After after) implements Target {}

  /** What the last character of a cut text is. */
  enum After {
    /** {@code a[0]}. */
    INDEX,
    /** {@code a.}. */
    DOT,
    /** {@code a[} or {@code a[0}, which only Helm 4 lets pass. */
    BRACKET
  }
}
