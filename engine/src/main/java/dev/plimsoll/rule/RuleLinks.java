package dev.plimsoll.rule;

import dev.plimsoll.diagnostic.RuleId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Where the page of a rule is. */
public final class RuleLinks {

  private static final String BASE = "https://plimsoll.dev/rules/";
  private static final String OF_OWN = "https://plimsoll.dev/docs/writing-rules";

  private final Map<RuleId, RuleMetadata> own = new HashMap<>();

  /**
   * @param own rules of the project: what they are about is said where they say it themselves
   */
  public RuleLinks(List<RuleMetadata> own) {
    own.forEach(rule -> this.own.put(rule.id(), rule));
  }

  /** The address of the page of a built-in rule. */
  public static String ofBuiltIn(RuleId rule) {
    return BASE + rule;
  }

  /** The address of the rule's page. */
  public String of(RuleId rule) {
    RuleMetadata known = own.get(rule);
    if (known == null) {
      return ofBuiltIn(rule);
    }
    return known.links().isEmpty() ? OF_OWN : known.links().getFirst();
  }
}
