package dev.plimsoll.cel.policy;

import dev.plimsoll.cel.value.FieldRead;
import java.util.List;

/** What a policy with one of its bindings says about an object. */
public sealed interface VapDecision {

  /** The policy or the binding is not meant for the object. */
  record NotMatched() implements VapDecision {}

  /** The policy has nothing against it. */
  record Allowed() implements VapDecision {}

  /**
   * The API server refuses the object.
   *
   * @param violations the first one has the message that the API server gives
   */
  record Denied(List<Violation> violations) implements VapDecision {

    public Denied {
      violations = List.copyOf(violations);
    }
  }

  /** The binding only warns or audits. */
  record Reported(List<Violation> violations) implements VapDecision {

    public Reported {
      violations = List.copyOf(violations);
    }
  }

  /**
   * The verdict depends on something that is known on a cluster only.
   *
   * @param why what that is, as a noun
   */
  record NotDecided(String why) implements VapDecision {}

  /**
   * Something that the policy has against the object.
   *
   * @param validation its number in the policy; -1 if the policy could not be applied
   * @param message in the words of the API server
   * @param reads the fields that decided, the decisive one last
   */
  record Violation(int validation, String message, String reason, List<FieldRead> reads) {

    public Violation {
      reads = List.copyOf(reads);
    }
  }
}
