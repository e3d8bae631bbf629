package dev.plimsoll.diagnostic;

/** Takes diagnostics as they are found. */
@FunctionalInterface
public interface DiagnosticSink {

  void report(Diagnostic diagnostic);
}
