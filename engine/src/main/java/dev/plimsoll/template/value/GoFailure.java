package dev.plimsoll.template.value;

/**
 * Something that Go would return or panic with as an error: a mistake of a template or of values,
 * which the evaluator turns into a diagnostic. Its message is Go's, without a place.
 */
public final class GoFailure extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient Trace trace;

  public GoFailure(String message) {
    this(message, Trace.NONE);
  }

  /**
   * @param trace the values that are to blame
   */
  public GoFailure(String message, Trace trace) {
    // The evaluator knows the place in the template; a Java stack trace tells nobody anything.
    super(message, null, false, false);
    this.trace = trace;
  }

  /** The values that are to blame. */
  public Trace trace() {
    return trace;
  }

  /** The message: there always is one. */
  public String text() {
    return String.valueOf(getMessage());
  }
}
