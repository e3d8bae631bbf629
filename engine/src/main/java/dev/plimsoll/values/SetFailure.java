package dev.plimsoll.values;

import dev.plimsoll.source.Span;

/**
 * Why a {@code --set} expression cannot be used. It never leaves this package: it becomes a
 * diagnostic where the option is applied.
 */
final class SetFailure extends Exception {

  private static final long serialVersionUID = 1L;

  private final int start;
  private final int end;

  /**
   * @param span in the argument
   * @param message one sentence
   */
  SetFailure(Span span, String message) {
    super(message, null, false, false);
    this.start = span.start();
    this.end = span.end();
  }

  Span span() {
    return new Span(start, end);
  }

  String text() {
    return String.valueOf(getMessage());
  }
}
