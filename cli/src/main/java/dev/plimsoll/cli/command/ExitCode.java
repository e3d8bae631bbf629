package dev.plimsoll.cli.command;

/** What the exit code of a command says. The numbers are a contract. */
public final class ExitCode {

  /** Nothing at or above {@code --fail-on}. */
  public static final int OK = 0;

  /** Diagnostics at or above {@code --fail-on}. */
  public static final int DIAGNOSTICS = 1;

  /** Wrong usage, an unreadable project file, or a bug of ours. */
  public static final int USAGE = 2;

  /** No such diagnostics, but something could not be checked. */
  public static final int NOT_CHECKED = 3;

  private ExitCode() {}
}
