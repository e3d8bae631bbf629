package dev.plimsoll.cel.tree;

import dev.plimsoll.cel.value.CelFailure;
import java.util.Objects;

/** Both logical operators: each has a value that decides alone. */
final class Logic {

  private Logic() {}

  static Object evaluate(Expr left, Expr right, boolean deciding, Frame frame) {
    int start = frame.reads.mark();
    Object first = side(left, frame);
    if (first instanceof Boolean truth && truth == deciding) {
      return truth;
    }
    int middle = frame.reads.mark();
    Object second = side(right, frame);
    if (second instanceof Boolean truth && truth == deciding) {
      frame.reads.forget(start, middle);
      return truth;
    }
    if (first instanceof Boolean && second instanceof Boolean) {
      return !deciding;
    }
    throw failure(first, second);
  }

  private static Object side(Expr side, Frame frame) {
    try {
      Object value = side.evaluate(frame);
      return value instanceof Boolean ? value : CelFailure.of("no such overload");
    } catch (CelFailure failure) {
      return failure;
    }
  }

  /** What is not known could still decide, so it outweighs an error; then the left side counts. */
  private static CelFailure failure(Object first, Object second) {
    CelFailure left = first instanceof CelFailure failure ? failure : null;
    CelFailure right = second instanceof CelFailure failure ? failure : null;
    if (left == null || (right != null && right.isUndecided() && !left.isUndecided())) {
      return Objects.requireNonNull(right);
    }
    return left;
  }
}
