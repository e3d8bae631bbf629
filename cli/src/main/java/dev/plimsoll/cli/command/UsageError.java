package dev.plimsoll.cli.command;

/**
 * What the person asked for cannot be done: a file that is not there, a release that nobody knows.
 * The message is one sentence for people, and is all they see.
 */
public final class UsageError extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public UsageError(String message) {
    super(message);
  }
}
