package dev.plimsoll.template.eval;

import dev.plimsoll.template.value.Site;
import dev.plimsoll.template.value.Trace;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A template could not be evaluated: a mistake of the chart or of its values. */
public final class EvaluationFailure extends Exception {

  private static final long serialVersionUID = 1L;

  private final Kind kind;
  private final transient @Nullable Site site;
  private final transient List<Site> calls;
  private final transient Trace trace;
  private final String reason;

  /** What went wrong. */
  public enum Kind {
    /** Go stopped the execution. */
    EXECUTION,
    /** The chart called {@code fail}. */
    FAIL,
    /** The chart called {@code required} with a value that is not there. */
    REQUIRED,
    /** A bound of this program was reached. */
    BOUND
  }

  EvaluationFailure(String message, Failure failure) {
    super(message, null, false, false);
    this.kind = failure.kind();
    this.site = failure.site();
    this.calls = List.copyOf(failure.calls());
    this.trace = failure.trace();
    this.reason = failure.reason();
  }

  /** The message as Helm prints it. */
  public String text() {
    return String.valueOf(getMessage());
  }

  /** What went wrong, without the places: the innermost message alone. */
  public String reason() {
    return reason;
  }

  public Kind kind() {
    return kind;
  }

  /** The node that failed, in the innermost template; null if there is no such template. */
  public @Nullable Site site() {
    return site;
  }

  /**
   * The {@code include}s, {@code template}s and {@code tpl}s that led there, innermost first; the
   * last is in the file that was executed.
   */
  public List<Site> calls() {
    return calls;
  }

  /** The values that are to blame. */
  public Trace trace() {
    return trace;
  }
}
