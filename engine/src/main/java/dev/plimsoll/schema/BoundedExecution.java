package dev.plimsoll.schema;

import com.networknt.schema.Error;
import com.networknt.schema.ExecutionContext;
import com.networknt.schema.path.NodePath;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * One evaluation with a limit to its work and to its depth: alternatives inside alternatives
 * multiply, and schemas may lead back to themselves.
 */
final class BoundedExecution extends ExecutionContext {

  private static final long MAX_STEPS = 2_000_000;
  private static final int MAX_ERRORS = 5_000;

  /** Schemas inside one another; each takes some frames of a stack that may have 1 MiB. */
  private static final int MAX_DEPTH = 600;

  private final Set<Object> open = new HashSet<>();
  private long steps;
  private int depth;

  /** Every evaluation is one of these. */
  static BoundedExecution of(ExecutionContext execution) {
    if (execution instanceof BoundedExecution bounded) {
      return bounded;
    }
    throw new IllegalArgumentException("An evaluation without bounds");
  }

  /** Counts one small piece of work. */
  void step() {
    if (++steps > MAX_STEPS) {
      throw new TooMuchWork();
    }
  }

  /** Goes one schema deeper. */
  void descend() {
    step();
    if (++depth > MAX_DEPTH) {
      throw new TooMuchWork();
    }
  }

  /** Comes back from {@link #descend()}. */
  void ascend() {
    depth--;
  }

  /**
   * Begins to judge the value at {@code instance} by what a reference leads to.
   *
   * @return whether that is not under way already
   */
  boolean open(String reference, NodePath instance) {
    return open.add(List.of(reference, instance));
  }

  void close(String reference, NodePath instance) {
    open.remove(List.of(reference, instance));
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
