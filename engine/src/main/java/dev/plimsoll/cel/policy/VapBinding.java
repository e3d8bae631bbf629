package dev.plimsoll.cel.policy;

import dev.plimsoll.source.Location;
import java.util.List;
import java.util.Optional;

/**
 * A {@code ValidatingAdmissionPolicyBinding}: puts a policy to use.
 *
 * @param policy the name of the policy
 * @param actions what happens to violations: {@code Deny}, {@code Warn}, {@code Audit}
 * @param location where its name stands
 */
public record VapBinding(
    String name,
    String policy,
    Optional<ParamRef> params,
    MatchResources match,
    List<String> actions,
    Location location) {

  public VapBinding {
    actions = List.copyOf(actions);
  }

  /** Whether violations make the API server refuse an object. */
  public boolean denies() {
    return actions.contains("Deny");
  }
}
