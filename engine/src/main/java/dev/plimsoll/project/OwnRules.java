package dev.plimsoll.project;

import dev.plimsoll.diagnostic.RuleId;
import dev.plimsoll.rule.Rule;
import dev.plimsoll.rule.RuleCatalog;
import dev.plimsoll.rule.RuleMetadata;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The rules that a project brings itself.
 *
 * @param catalog every rule that a diagnostic of the project may name: those that are built in, and
 *     these
 * @param own also those that do not compile
 * @param packs the folders of rules and their examples: no part of what is deployed
 */
public record OwnRules(RuleCatalog catalog, List<OwnRule> own, List<String> packs) {

  public OwnRules {
    own = List.copyOf(own);
    packs = List.copyOf(packs);
  }

  /** A project without rules of its own. */
  public static OwnRules none(RuleCatalog catalog) {
    return new OwnRules(catalog, List.of(), List.of());
  }

  /** What they say about themselves. */
  public List<RuleMetadata> metadata() {
    return own.stream().map(OwnRule::metadata).toList();
  }

  /** Those that can be asked. */
  public List<Rule> rules() {
    return own.stream().flatMap(each -> each.rule().stream()).toList();
  }

  /** The one with this id. */
  public Optional<OwnRule> find(RuleId id) {
    return own.stream().filter(each -> each.metadata().id().equals(id)).findFirst();
  }

  /** Whether a file belongs to a rule of the project. */
  boolean owns(String path) {
    return packs.stream().anyMatch(folder -> path.equals(folder) || path.startsWith(folder + "/"));
  }

  /** All rules in one catalogue. */
  public static RuleCatalog joined(RuleCatalog catalog, List<RuleMetadata> own) {
    if (own.isEmpty()) {
      return catalog;
    }
    List<RuleMetadata> all = new ArrayList<>(catalog.rules());
    all.addAll(own);
    return new RuleCatalog(all);
  }
}
