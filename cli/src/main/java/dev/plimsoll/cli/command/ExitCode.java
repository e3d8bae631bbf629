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

  /** A gate said no; nothing was changed on any cluster. */
  public static final int DENIED = 4;

  // 5 (what was there before is back) and 6 (a person is needed) come from the outcome of a deploy.

  private ExitCode() {}
}
