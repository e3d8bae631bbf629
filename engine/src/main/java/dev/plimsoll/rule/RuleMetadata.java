package dev.plimsoll.rule;

import dev.plimsoll.diagnostic.RuleId;
import dev.plimsoll.diagnostic.Severity;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a rule says about itself: its {@code rule.yaml}.
 *
 * @param aliases the same check elsewhere ({@code kube-linter:latest-tag}) and former ids of ours
 * @param category the folder it lives in
 * @param severities per profile; a profile that is missing has the rule off
 * @param summary one sentence: the problem
 * @param why what goes wrong in production
 * @param fine when it is all right to have the problem
 * @param links for further reading
 * @param parameters what a project may set
 * @param fixable whether it offers a fix that can be applied
 * @param tag how an editor draws what it is about
 */
public record RuleMetadata(
    RuleId id,
    List<String> aliases,
    String category,
    Map<Profile, Severity> severities,
    String summary,
    String why,
    String fine,
    List<String> links,
    List<Parameter> parameters,
    boolean fixable,
    Optional<RuleTag> tag) {

  /** A rule whose places are drawn as any others. */
  public RuleMetadata(
      RuleId id,
      List<String> aliases,
      String category,
      Map<Profile, Severity> severities,
      String summary,
      String why,
      String fine,
      List<String> links,
      List<Parameter> parameters,
      boolean fixable) {
    this(
        id,
        aliases,
        category,
        severities,
        summary,
        why,
        fine,
        links,
        parameters,
        fixable,
        Optional.empty());
  }

  public RuleMetadata {
    aliases = List.copyOf(aliases);
    severities = Map.copyOf(severities);
    links = List.copyOf(links);
    parameters = List.copyOf(parameters);
  }

  /** The severity in a profile; empty if the rule is off there. */
  public Optional<Severity> severity(Profile profile) {
    return Optional.ofNullable(severities.get(profile));
  }

  /**
   * A setting of a rule.
   *
   * @param type {@code integer}, {@code string}, {@code boolean} or {@code strings}
   * @param defaultValue as it would be written in {@code plimsoll.yaml}
   */
  public record Parameter(String name, String type, String defaultValue, String description) {}
}
