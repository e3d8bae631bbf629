package dev.plimsoll.render;

import java.util.List;

/**
 * When a manifest is a hook.
 *
 * @param events as Helm names them; {@code test-success} is {@code test}
 * @param weight 0 where it is missing or no number
 */
public record Hook(
    List<String> events, int weight, List<String> deletePolicies, List<String> outputLogPolicies) {

  public Hook {
    events = List.copyOf(events);
    deletePolicies = List.copyOf(deletePolicies);
    outputLogPolicies = List.copyOf(outputLogPolicies);
  }

  /** Whether {@code helm test} runs it. */
  public boolean isTest() {
    return events.contains("test");
  }
}
