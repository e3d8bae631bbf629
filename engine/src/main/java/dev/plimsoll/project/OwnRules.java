package dev.plimsoll.project;

import dev.plimsoll.rule.Rule;
import dev.plimsoll.rule.RuleCatalog;
import dev.plimsoll.rule.RuleMetadata;
import java.util.ArrayList;
import java.util.List;

/**
 * The rules that a project brings itself.
 *
 * @param catalog every rule that a diagnostic of the project may name: those that are built in, and
 *     these
 * @param metadata what the rules say about themselves, also those that do not compile
 * @param rules those that can be asked
 * @param files the files that say them, and their examples: no part of what is deployed
 */
public record OwnRules(
    RuleCatalog catalog, List<RuleMetadata> metadata, List<Rule> rules, List<String> files) {

  public OwnRules {
    metadata = List.copyOf(metadata);
    rules = List.copyOf(rules);
    files = List.copyOf(files);
  }

  /** A project without rules of its own. */
  public static OwnRules none(RuleCatalog catalog) {
    return new OwnRules(catalog, List.of(), List.of(), List.of());
  }

  /** Whether a file belongs to a rule of the project. */
  boolean owns(String path) {
    return files.stream().anyMatch(folder -> path.equals(folder) || path.startsWith(folder + "/"));
  }

  /** All rules in one catalogue. */
  static RuleCatalog joined(RuleCatalog catalog, List<RuleMetadata> own) {
    List<RuleMetadata> all = new ArrayList<>(catalog.rules());
    all.addAll(own);
    return new RuleCatalog(all);
  }
}
