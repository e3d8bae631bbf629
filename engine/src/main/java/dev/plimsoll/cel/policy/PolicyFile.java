package dev.plimsoll.cel.policy;

import java.util.List;

/**
 * What was read of policies and bindings.
 *
 * @param policies those without mistakes
 * @param problems mistakes, in order
 */
public record PolicyFile(
    List<VapPolicy> policies, List<VapBinding> bindings, List<PolicyProblem> problems) {

  public PolicyFile {
    policies = List.copyOf(policies);
    bindings = List.copyOf(bindings);
    problems = List.copyOf(problems);
  }
}
