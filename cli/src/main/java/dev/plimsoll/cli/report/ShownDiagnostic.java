package dev.plimsoll.cli.report;

import dev.plimsoll.analysis.CommonCauses;
import dev.plimsoll.analysis.Fingerprint;
import dev.plimsoll.diagnostic.AcceptedBy;
import dev.plimsoll.diagnostic.Affected;
import dev.plimsoll.diagnostic.Diagnostic;
import dev.plimsoll.diagnostic.ObjectRef;
import dev.plimsoll.diagnostic.Precision;
import dev.plimsoll.diagnostic.RelatedLocation;
import dev.plimsoll.diagnostic.RuleId;
import dev.plimsoll.diagnostic.Severity;
import dev.plimsoll.diagnostic.Subject;
import dev.plimsoll.rule.RuleLinks;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;

/**
 * A diagnostic as reports show it: what {@link Diagnostic} says, with places that need no text.
 *
 * @param subjects every object of which it says the same; empty unless there are several
 * @param mendedBy the same where the same edits end it
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
    List<ShownSubject> subjects,
    List<Affected> affects,
    List<ShownFix> fixes,
    Supplier<String> mendedBy,
    Supplier<String> fingerprint,
    Optional<AcceptedBy> accepted,
    String helpUri) {

  ShownDiagnostic {
    related = List.copyOf(related);
    subjects = List.copyOf(subjects);
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
        ShownSubject.of(diagnostic),
        diagnostic.affects(),
        diagnostic.fixes().stream().map(ShownFix::of).toList(),
        () -> CommonCauses.mendedBy(diagnostic),
        () -> Fingerprint.of(diagnostic),
        diagnostic.accepted(),
        links.of(diagnostic.rule()));
  }

  ShownDiagnostic withAffects(List<Affected> cells) {
    return withJudgement(severity, precision, cells);
  }

  ShownDiagnostic withJudgement(
      Severity newSeverity, Precision newPrecision, List<Affected> cells) {
    return with(newSeverity, message, newPrecision, object, subjects, cells, fingerprint);
  }

  /** The same said of all these objects at once, in the cells that they are in. */
  ShownDiagnostic about(List<ShownSubject> objects) {
    List<ShownSubject> sorted = objects.stream().sorted().toList();
    List<Subject> named = sorted.stream().map(ShownSubject::subject).toList();
    Set<Affected> cells = new TreeSet<>();
    named.forEach(subject -> cells.addAll(subject.affects()));
    return with(
        severity,
        Subject.joinedMessage(named),
        precision,
        Optional.of(named.getFirst().object()),
        sorted.size() == 1 ? List.of() : sorted,
        List.copyOf(cells),
        sorted.getFirst().fingerprint());
  }

  /** Its object with what is said of it; empty for one that is about no object. */
  Optional<ShownSubject> subject() {
    return object.map(about -> new ShownSubject(new Subject(message, about, affects), fingerprint));
  }

  /** What it says of each object by itself. */
  List<ShownDiagnostic> alone() {
    return subjects.isEmpty()
        ? List.of(this)
        : subjects.stream().map(subject -> about(List.of(subject))).toList();
  }

  private ShownDiagnostic with(
      Severity newSeverity,
      String newMessage,
      Precision newPrecision,
      Optional<ObjectRef> newObject,
      List<ShownSubject> newSubjects,
      List<Affected> cells,
      Supplier<String> newFingerprint) {
    return new ShownDiagnostic(
        rule,
        newSeverity,
        newMessage,
        place,
        related,
        newPrecision,
        newObject,
        newSubjects,
        cells,
        fixes,
        mendedBy,
        newFingerprint,
        accepted,
        helpUri);
  }

  /** Whether nobody accepts it. */
  boolean counts() {
    return accepted.isEmpty();
  }
}
