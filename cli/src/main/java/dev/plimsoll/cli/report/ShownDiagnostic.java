package dev.plimsoll.cli.report;

import dev.plimsoll.analysis.Fingerprint;
import dev.plimsoll.diagnostic.AcceptedBy;
import dev.plimsoll.diagnostic.Affected;
import dev.plimsoll.diagnostic.Diagnostic;
import dev.plimsoll.diagnostic.ObjectRef;
import dev.plimsoll.diagnostic.Precision;
import dev.plimsoll.diagnostic.RelatedLocation;
import dev.plimsoll.diagnostic.RuleId;
import dev.plimsoll.diagnostic.Severity;
import dev.plimsoll.rule.RuleLinks;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * A diagnostic as reports show it: what {@link Diagnostic} says, with places that need no text.
 *
 * @param fingerprint asked for only by reports that have it, as it takes a walk through the file
 * @param helpUri where the rule is explained
 */
record ShownDiagnostic(
    RuleId rule,
    Severity severity,
    String message,
    ShownPlace place,
    List<Related> related,
    Precision precision,
    Optional<ObjectRef> object,
    List<Affected> affects,
    List<ShownFix> fixes,
    Supplier<String> fingerprint,
    Optional<AcceptedBy> accepted,
    String helpUri) {

  ShownDiagnostic {
    related = List.copyOf(related);
    affects = List.copyOf(affects);
    fixes = List.copyOf(fixes);
  }

  /** A place that explains a diagnostic. */
  record Related(RelatedLocation.Role role, ShownPlace place, String message) {}

  static ShownDiagnostic of(Diagnostic diagnostic, SecretMask mask, RuleLinks links) {
    return new ShownDiagnostic(
        diagnostic.rule(),
        diagnostic.severity(),
        diagnostic.message(),
        ShownPlace.of(diagnostic.location(), mask),
        diagnostic.related().stream()
            .map(related ->
                new Related(
                    related.role(), ShownPlace.of(related.location(), mask), related.message()))
            .toList(),
        diagnostic.precision(),
        diagnostic.object(),
        diagnostic.affects(),
        diagnostic.fixes().stream().map(ShownFix::of).toList(),
        () -> Fingerprint.of(diagnostic),
        diagnostic.accepted(),
        links.of(diagnostic.rule()));
  }

  ShownDiagnostic withAffects(List<Affected> cells) {
    return withJudgement(severity, precision, cells);
  }

  ShownDiagnostic withJudgement(
      Severity newSeverity, Precision newPrecision, List<Affected> cells) {
    return new ShownDiagnostic(
        rule,
        newSeverity,
        message,
        place,
        related,
        newPrecision,
        object,
        cells,
        fixes,
        fingerprint,
        accepted,
        helpUri);
  }

  /** Whether nobody accepts it. */
  boolean counts() {
    return accepted.isEmpty();
  }
}
