package dev.plimsoll.template.eval;

import dev.plimsoll.template.value.GoValue;
import dev.plimsoll.template.value.TracedText;
import java.util.Collections;
import java.util.Set;
import java.util.function.IntSupplier;
import org.jspecify.annotations.Nullable;

/** Executes templates of a set for one render, in one thread at a time. */
public final class Evaluator {

  private final Execution execution;
  private final EvaluationOptions options;

  public Evaluator(TemplateSet templates, EvaluationOptions options) {
    this.execution = new Execution(templates, options);
    this.options = options;
  }

  /**
   * Executes a template.
   *
   * @return its output, in which what Go prints for nil still is; see {@link NoValue}
   */
  public TracedText execute(String name, GoValue data) throws EvaluationFailure {
    return start(name, data, null);
  }

  /**
   * Executes a template behind others that were given the same data, but for something that each
   * has for itself: what templates include need not be executed for each of them.
   *
   * @param ownReads how often that has been looked at so far
   * @return as above
   */
  public TracedText execute(String name, GoValue data, IntSupplier ownReads)
      throws EvaluationFailure {
    return start(name, data, ownReads);
  }

  private TracedText start(String name, GoValue data, @Nullable IntSupplier ownReads)
      throws EvaluationFailure {
    try {
      return execution.start(name, data, ownReads);
    } catch (Failure e) {
      throw new EvaluationFailure(HelmMessages.of(e, options.helm()), e);
    }
  }

  /** How often a function was called whose result depends on more than its arguments. */
  public int nonDeterministicCalls() {
    return execution.nonDeterministicCalls();
  }

  /** What all templates so far have used up. */
  public EvaluationCost cost() {
    return execution.cost();
  }

  /**
   * Counts a template that need not be executed, because it is known what it writes.
   *
   * @return whether the render has as much left; if not, nothing is counted
   */
  public boolean skip(EvaluationCost cost) {
    return execution.add(cost);
  }

  /** The functions that were called whose result depends on more than their arguments. */
  public Set<String> nonDeterminism() {
    return Collections.unmodifiableSet(execution.nonDeterminism());
  }
}
