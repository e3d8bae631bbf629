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

  /** The deploy failed, and what was there before is back and healthy. */
  public static final int ROLLED_BACK = 5;

  /** The deploy failed, and a person is needed. */
  public static final int STUCK = 6;

  private ExitCode() {}

  /**
   * What two parts of a command come to: a bug or an unreadable project outranks what was found,
   * and that outranks a gap.
   */
  static int worse(int one, int other) {
    if (one == NOT_CHECKED || other == NOT_CHECKED) {
      int rest = one == NOT_CHECKED ? other : one;
      return rest == OK ? NOT_CHECKED : rest;
    }
    return Math.max(one, other);
  }
}
