package dev.plimsoll.render;

import java.util.List;
import java.util.Set;

/**
 * When a manifest is a hook.
 *
 * @param events as Helm names them; {@code test-success} is {@code test}
 * @param weight 0 where it is missing or no number
 */
public record Hook(
    List<String> events, int weight, List<String> deletePolicies, List<String> outputLogPolicies) {

  /** The annotation that makes a hook of an object. */
  public static final String ANNOTATION = "helm.sh/hook";

  /** What an object says that {@code helm test} runs; Helm 2 knew two words for it. */
  public static final Set<String> TEST_EVENTS = Set.of("test", "test-success", "test-failure");

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
