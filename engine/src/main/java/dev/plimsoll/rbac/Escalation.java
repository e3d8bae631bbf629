package dev.plimsoll.rbac;

import java.util.List;
import java.util.Optional;

/**
 * A way on which a subject becomes more than it is.
 *
 * @param namespace where it works; empty for everywhere
 * @param grants what lets the subject do it
 * @param target whose rights it wins, with one of them that it does not have; empty where that is
 *     not decided by the workspace
 */
public record Escalation(
    Subject subject,
    Technique technique,
    String namespace,
    List<Grant> grants,
    Optional<Grant> target) {

  public Escalation {
    grants = List.copyOf(grants);
  }
}
