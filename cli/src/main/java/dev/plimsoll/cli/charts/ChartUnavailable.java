package dev.plimsoll.cli.charts;

/** There is no chart; the message is a clause about the repository or registry. */
final class ChartUnavailable extends Exception {

  private static final long serialVersionUID = 1L;

  ChartUnavailable(String message) {
    super(message);
  }

  /** The message, which is never null. */
  String reason() {
    return String.valueOf(getMessage());
  }
}
