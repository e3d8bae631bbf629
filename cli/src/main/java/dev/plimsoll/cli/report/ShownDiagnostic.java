package dev.plimsoll.cli.report;

import dev.plimsoll.analysis.CommonCauses;
import dev.plimsoll.analysis.Fingerprint;
import dev.plimsoll.analysis.LayerOffer;
import dev.plimsoll.diagnostic.AcceptedBy;
import dev.plimsoll.diagnostic.Affected;
import dev.plimsoll.diagnostic.Diagnostic;
import dev.plimsoll.diagnostic.Fix;
import dev.plimsoll.diagnostic.ObjectRef;
import dev.plimsoll.diagnostic.Precision;
import dev.plimsoll.diagnostic.RelatedLocation;
import dev.plimsoll.diagnostic.RuleId;
import dev.plimsoll.diagnostic.Severity;
import dev.plimsoll.diagnostic.Subject;
import dev.plimsoll.diagnostic.TextEdit;
import dev.plimsoll.rule.RuleLinks;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * A diagnostic as reports show it: what {@link Diagnostic} says, with places that need no text.
 *
 * @param subjects every object of which it says the same; empty unless there are several
 * @param offers what the fixes are chosen from once everybody who has the diagnostic is known;
 *     asked for only of a part of a run
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
    Supplier<List<LayerOffer<ShownFix.Edit>>> offers,
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
    return of(diagnostic, mask, links, LayerOffer::inPlace);
  }

  /**
   * The same as one part of a run knows it.
   *
   * @param offer what can be chosen from for a fix
   */
  static ShownDiagnostic of(
      Diagnostic diagnostic,
      SecretMask mask,
      RuleLinks links,
      Function<Fix, LayerOffer<TextEdit>> offer) {
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
        () ->
            diagnostic.fixes().stream()
                .map(fix -> offer.apply(fix).map(ShownFix.Edit::of))
                .toList(),
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
    return with(newSeverity, message, newPrecision, object, subjects, cells, fixes, fingerprint);
  }

  /** The same with each fix in the layer where it belongs for the cells that this affects. */
  ShownDiagnostic withChosenFixes() {
    Set<Affected> affected = Set.copyOf(affects);
    List<ShownFix> chosen =
        offers.get().stream()
            .flatMap(offer -> offer.choose(affected).stream())
            .map(fix -> new ShownFix(fix.title(), fix.applicability(), fix.edits()))
            .toList();
    return with(severity, message, precision, object, subjects, affects, chosen, fingerprint);
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
        fixes,
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
      List<ShownFix> newFixes,
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
        newFixes,
        offers,
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
