package dev.plimsoll.schema;

import com.networknt.schema.Error;
import com.networknt.schema.ExecutionContext;

/** One evaluation with a limit to its work: alternatives inside alternatives multiply. */
final class BoundedExecution extends ExecutionContext {

  private static final long MAX_STEPS = 2_000_000;
  private static final int MAX_ERRORS = 5_000;

  private long steps;

  /** Counts one small piece of work. */
  void step() {
    if (++steps > MAX_STEPS) {
      throw new TooMuchWork();
    }
  }

  @Override
  public void addError(Error error) {
    if (getErrors().size() < MAX_ERRORS) {
      getErrors().add(error);
    }
  }

  /** The limit is reached; caught where the evaluation was started. */
  static final class TooMuchWork extends RuntimeException {

    private static final long serialVersionUID = 1L;

    TooMuchWork() {
      super("Too much work", null, false, false);
    }
  }
}
