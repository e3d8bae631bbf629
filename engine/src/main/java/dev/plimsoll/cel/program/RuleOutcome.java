package dev.plimsoll.cel.program;

import dev.plimsoll.cel.value.FieldRead;
import java.util.List;

/** What a rule says about something. */
public sealed interface RuleOutcome {

  /**
   * A match condition says that the rule is not meant for this.
   *
   * @param condition its name
   */
  record NotApplicable(String condition) implements RuleOutcome {}

  /**
   * The rule could not be applied at all: a match condition failed, or costs ran out.
   *
   * @param message in the words of the API server
   */
  record Failed(String message) implements RuleOutcome {}

  /**
   * Whether the rule applies depends on something that is known on a cluster only.
   *
   * @param why what that is, as a noun
   */
  record Undecided(String why) implements RuleOutcome {}

  /** A verdict for each validation, in their order. */
  record Judged(List<Verdict> verdicts) implements RuleOutcome {

    public Judged {
      verdicts = List.copyOf(verdicts);
    }
  }

  /** What one validation says. */
  sealed interface Verdict {

    /** The validation is true. */
    record Passed() implements Verdict {}

    /**
     * The validation is not true.
     *
     * @param message what to say, in the words of the rule
     * @param reason the machine-readable reason, {@code Invalid} unless the rule has another one
     * @param reads the fields that decided, the decisive one last
     */
    record Violated(int validation, String message, String reason, List<FieldRead> reads)
        implements Verdict {}

    /**
     * The validation resulted in an error.
     *
     * @param message in the words of the API server
     */
    record Failed(int validation, String message, List<FieldRead> reads) implements Verdict {}

    /** The validation depends on something that is known on a cluster only. */
    record Undecided(int validation, String why) implements Verdict {}
  }
}
