package dev.plimsoll.diagnostic;

/** Takes diagnostics as they are found. */
@FunctionalInterface
public interface DiagnosticSink {

  void report(Diagnostic diagnostic);

  /** Takes what could not be judged; those who only want diagnostics do not ask for it. */
  default void reportNotChecked(NotChecked notChecked) {
    throw new UnsupportedOperationException("Nobody takes what is not checked: " + notChecked);
  }
}
