package dev.plimsoll.analysis;

import dev.plimsoll.diagnostic.Affected;
import dev.plimsoll.diagnostic.Diagnostic;
import dev.plimsoll.diagnostic.RuleId;
import dev.plimsoll.diagnostic.Severity;
import dev.plimsoll.project.Environment;
import dev.plimsoll.project.Project;
import dev.plimsoll.project.RuleSetting;
import dev.plimsoll.rule.Profile;
import dev.plimsoll.rule.RuleCatalog;
import dev.plimsoll.rule.RuleMetadata;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * How bad a diagnostic is here: the worst that the profiles of the affected environments say, but
 * no worse than whoever found it says, unless the project says something for every profile. A
 * diagnostic of a file that belongs to no release is judged by the strictest profile of the
 * project.
 */
final class Severities {

  private final RuleCatalog catalog;
  private final Map<RuleId, RuleSetting.Level> levels = new HashMap<>();
  private final Map<String, Profile> profiles = new HashMap<>();
  private final Set<Profile> all = EnumSet.noneOf(Profile.class);

  Severities(RuleCatalog catalog, Project project, AnalysisOptions options) {
    this.catalog = catalog;
    for (RuleSetting setting : project.rules()) {
      for (RuleMetadata rule : catalog.named(setting.rule().value())) {
        setting.level().ifPresent(level -> levels.put(rule.id(), level));
      }
    }
    for (Environment environment : project.environments()) {
      String name = environment.name().value();
      Profile profile = options.profile().orElse(environment.profile());
      profiles.put(name, profile);
      if (options.asksFor(name)) {
        all.add(profile);
      }
    }
    if (all.isEmpty()) {
      all.add(Profile.PRODUCTION);
    }
  }

  /** Whether a rule can say anything that counts. */
  boolean isOn(RuleId rule) {
    return worst(rule, all).isPresent();
  }

  /**
   * The diagnostic with its severity, and without the cells in which its rule is off.
   *
   * @return empty if the rule is off wherever the diagnostic matters
   */
  Optional<Diagnostic> judge(Diagnostic diagnostic) {
    RuleId rule = diagnostic.rule();
    if (catalog.find(rule).isEmpty()) {
      return Optional.of(diagnostic);
    }
    if (diagnostic.affects().isEmpty()) {
      return worst(rule, all).map(severity -> rated(diagnostic, severity));
    }
    List<Affected> affects = new ArrayList<>();
    Set<Profile> affected = EnumSet.noneOf(Profile.class);
    for (Affected cell : diagnostic.affects()) {
      Profile profile = profiles.getOrDefault(cell.environment(), Profile.PRODUCTION);
      if (severity(rule, profile).isPresent()) {
        affects.add(cell);
        affected.add(profile);
      }
    }
    return worst(rule, affected).map(severity -> rated(diagnostic, severity).withAffects(affects));
  }

  private Diagnostic rated(Diagnostic diagnostic, Severity severity) {
    boolean isSet = levels.get(diagnostic.rule()) instanceof RuleSetting.Level.At;
    boolean isMilder = severity.isAtLeast(diagnostic.severity());
    return isMilder && !isSet ? diagnostic : diagnostic.withSeverity(severity);
  }

  private Optional<Severity> worst(RuleId rule, Set<Profile> among) {
    Optional<Severity> worst = Optional.empty();
    for (Profile profile : among) {
      Optional<Severity> severity = severity(rule, profile);
      if (worst.isEmpty()) {
        worst = severity;
      } else if (severity.isPresent()) {
        worst = Optional.of(worst.get().worst(severity.get()));
      }
    }
    return worst;
  }

  private Optional<Severity> severity(RuleId rule, Profile profile) {
    RuleSetting.Level level = levels.get(rule);
    if (level != null) {
      return switch (level) {
        case RuleSetting.Level.Off() -> Optional.empty();
        case RuleSetting.Level.At(Severity severity) -> Optional.of(severity);
      };
    }
    return catalog.find(rule).flatMap(metadata -> metadata.severity(profile));
  }
}
