package dev.plimsoll.rule;

import dev.plimsoll.diagnostic.NearestName;
import dev.plimsoll.diagnostic.RuleId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Every rule that a diagnostic may name, sorted by id. Ids and aliases share one name space, so
 * that a suppression written for a former id, or with another tool's name, goes on working.
 *
 * <p>An alias of another tool may name several rules of ours ({@code helm-lint:Chart.yaml}); {@link
 * #find(String)} finds a rule only by what names it alone.
 */
public final class RuleCatalog {

  private final List<RuleMetadata> rules;
  private final Map<String, List<RuleMetadata>> byName = new HashMap<>();

  /**
   * Takes the rules in any order.
   *
   * @throws IllegalArgumentException if two rules have one id, or an alias is the id of another
   *     rule
   */
  public RuleCatalog(List<RuleMetadata> rules) {
    List<RuleMetadata> sorted = new ArrayList<>(rules);
    sorted.sort((a, b) -> a.id().compareTo(b.id()));
    this.rules = Collections.unmodifiableList(sorted);
    for (RuleMetadata rule : sorted) {
      if (byName.put(rule.id().value(), List.of(rule)) != null) {
        throw new IllegalArgumentException("Two rules are called " + rule.id());
      }
    }
    for (RuleMetadata rule : sorted) {
      rule.aliases().forEach(alias -> addAlias(alias, rule));
    }
  }

  /** Sorted by id. */
  public List<RuleMetadata> rules() {
    return rules;
  }

  public Optional<RuleMetadata> find(RuleId id) {
    return find(id.value());
  }

  /** The rule with this id, or the only one with this alias. */
  public Optional<RuleMetadata> find(String idOrAlias) {
    List<RuleMetadata> found = named(idOrAlias);
    return found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty();
  }

  /** Every rule with this id or alias, sorted by id; empty if there is none. */
  public List<RuleMetadata> named(String idOrAlias) {
    return byName.getOrDefault(idOrAlias, List.of());
  }

  /** The id that was probably meant by {@code unknown}; empty if none is near. */
  public Optional<RuleId> nearest(String unknown) {
    return NearestName.of(unknown, rules.stream().map(rule -> rule.id().value()).toList())
        .map(RuleId::new);
  }

  private void addAlias(String alias, RuleMetadata rule) {
    List<RuleMetadata> known = named(alias);
    if (known.size() == 1 && known.getFirst().id().value().equals(alias)) {
      throw new IllegalArgumentException("Alias " + alias + " of " + rule.id() + " is a rule's id");
    }
    List<RuleMetadata> more = new ArrayList<>(known);
    more.add(rule);
    byName.put(alias, List.copyOf(more));
  }
}
