package dev.plimsoll.cel.policy;

import dev.plimsoll.cel.program.CelRule;
import dev.plimsoll.source.Location;
import java.util.Optional;

/**
 * A {@code ValidatingAdmissionPolicy}.
 *
 * @param failClosed whether an error counts as a violation
 * @param params the kind of its parameters
 * @param hasAuditAnnotations whether it adds to the audit log, which is left out here
 * @param location where its name stands
 */
public record VapPolicy(
    String name,
    boolean failClosed,
    Optional<ResourceKind> params,
    MatchResources match,
    CelRule rule,
    boolean hasAuditAnnotations,
    Location location) {

  /** What the policy says about an object where a binding puts it to use. */
  public VapDecision evaluate(
      AdmissionObject object, VapBinding binding, AdmissionContext context) {
    return new VapEvaluation(this, binding, object, context).decide();
  }
}
