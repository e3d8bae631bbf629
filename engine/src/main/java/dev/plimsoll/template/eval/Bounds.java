package dev.plimsoll.template.eval;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What a render has used up, and the stack that it runs on. */
final class Bounds {

  /** So many levels fit any thread's stack. */
  private static final int FIRST_STACK = 100;

  /** So many levels fit {@link #STACK_SIZE}, by far. */
  private static final int FRESH_STACK = 10_000;

  private static final long STACK_SIZE = 128L << 20;

  /** The clock is read once in so many steps; a power of two. */
  private static final int STEPS_PER_CHECK = 1024;

  private final EvaluationLimits limits;
  private final long deadline;

  private long characters;
  private long steps;
  private int depth;
  private int stackEnd = FIRST_STACK;

  Bounds(EvaluationLimits limits) {
    this.limits = limits;
    this.deadline = System.nanoTime() + limits.time().toNanos();
  }

  /** Counts characters; returns what is wrong. */
  @Nullable String charge(long more) {
    characters += more;
    return characters > limits.characters()
        ? "more than " + limits.characters() + " characters of output"
        : null;
  }

  /** What has been used up so far. */
  EvaluationCost cost() {
    return new EvaluationCost(characters, steps);
  }

  /** Counts what was used up elsewhere; false, and nothing is counted, if that is too much. */
  boolean add(EvaluationCost cost) {
    if (characters + cost.characters() > limits.characters()
        || steps + cost.steps() > limits.steps()) {
      return false;
    }
    characters += cost.characters();
    steps += cost.steps();
    return true;
  }

  /** Counts a step; true if it is time for a {@link #check}. */
  boolean step() {
    steps++;
    return (steps & (STEPS_PER_CHECK - 1)) == 0;
  }

  /** Returns what is wrong. */
  @Nullable String check() {
    if (steps > limits.steps()) {
      return "more than " + limits.steps() + " steps";
    }
    if (System.nanoTime() - deadline > 0) {
      return "it takes longer than " + limits.time().toSeconds() + " s";
    }
    return Thread.currentThread().isInterrupted() ? "interrupted" : null;
  }

  /** Goes one level deeper; true if that is too deep. */
  boolean enter() {
    depth++;
    return depth > limits.depth();
  }

  void leave() {
    depth--;
  }

  String tooDeep() {
    return "templates, blocks and parentheses are nested deeper than " + limits.depth() + " levels";
  }

  boolean isStackLow() {
    return depth >= stackEnd;
  }

  <T> T onFreshStack(Supplier<T> work) {
    int outerEnd = stackEnd;
    stackEnd = depth + FRESH_STACK;
    try {
      return FreshStack.call(work, STACK_SIZE);
    } finally {
      stackEnd = outerEnd;
    }
  }
}
