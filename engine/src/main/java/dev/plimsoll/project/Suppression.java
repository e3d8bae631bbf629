package dev.plimsoll.project;

import dev.plimsoll.diagnostic.RuleId;
import dev.plimsoll.source.Located;
import dev.plimsoll.source.Location;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * A diagnostic that the project accepts. It matches where every scope that it names matches.
 *
 * @param rule an id or alias as written, or {@link ProjectRules#NOT_CHECKED}
 * @param rules the rules that {@code rule} names; empty for {@link ProjectRules#NOT_CHECKED}
 * @param reason never blank: a suppression without one is no suppression but a diagnostic
 * @param path a glob over files
 * @param expires the last day on which it holds
 * @param location the whole entry
 */
public record Suppression(
    Located<String> rule,
    List<RuleId> rules,
    Optional<Located<String>> release,
    Optional<Located<String>> environment,
    Optional<Located<String>> cluster,
    Optional<Located<String>> path,
    Located<String> reason,
    Optional<Located<String>> owner,
    Optional<Located<LocalDate>> expires,
    Location location) {

  public Suppression {
    rules = List.copyOf(rules);
  }

  /** Whether it accepts what could not be checked, rather than diagnostics. */
  public boolean isForNotChecked() {
    return rules.isEmpty();
  }

  /** Whether its last day is over. */
  public boolean isExpired(LocalDate today) {
    return expires.filter(last -> last.value().isBefore(today)).isPresent();
  }
}
