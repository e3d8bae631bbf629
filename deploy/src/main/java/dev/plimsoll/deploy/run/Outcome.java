package dev.plimsoll.deploy.run;

/**
 * How a deploy ended.
 *
 * @param text in a sentence or two
 */
public record Outcome(Result result, String text) {

  /** The ends that a deploy can have. */
  public enum Result {
    /** The new revision is there and healthy. */
    DEPLOYED(0),
    /** A gate said no; nothing was changed. */
    DENIED(4),
    /** It failed, and what was there before is back and healthy. */
    ROLLED_BACK(5),
    /** It failed, and a person is needed. */
    STUCK(6);

    private final int exitCode;

    Result(int exitCode) {
      this.exitCode = exitCode;
    }

    /** The exit code of the command. */
    public int exitCode() {
      return exitCode;
    }
  }

  static final Outcome INTERRUPTED =
      stuck("The deploy was interrupted; go on with it with `plimsoll resume`.");

  /** Nobody can say how the rollout stands. */
  static Outcome lost(String why) {
    return stuck(why + " Go on with `plimsoll resume` when that is over.");
  }

  static Outcome denied(String text) {
    return new Outcome(Result.DENIED, text);
  }

  static Outcome stuck(String text) {
    return new Outcome(Result.STUCK, text);
  }
}
