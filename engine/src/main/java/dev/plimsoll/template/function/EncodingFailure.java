package dev.plimsoll.template.function;

/** A value has no form in a format. Its message is that of Go's error. */
final class EncodingFailure extends RuntimeException {

  private static final long serialVersionUID = 1L;

  EncodingFailure(String message) {
    super(message, null, false, false);
  }

  String text() {
    return String.valueOf(getMessage());
  }
}
