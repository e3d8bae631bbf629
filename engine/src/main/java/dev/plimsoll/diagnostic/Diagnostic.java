package dev.plimsoll.diagnostic;

import dev.plimsoll.source.Location;
import dev.plimsoll.source.Order;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * One result: a rule, what is wrong, and the line a person must edit.
 *
 * <p>Whoever finds a fact creates the diagnostic with {@link #of}; its severity is provisional
 * until the analysis applies the project's profiles, and its {@code affects} may be empty for a
 * file that belongs to no release.
 *
 * @param message see the package documentation
 * @param location the place to edit
 * @param related in the order in which they explain: layers from winner to loser, then definitions
 * @param affects sorted, without duplicates
 * @param fixes in order of preference
 * @param accepted present if the diagnostic is suppressed or in the baseline; it is then reported
 *     and does not count
 * @param subjects every object of which it says the same, sorted; empty unless there are several,
 *     and then {@code object} is the first
 */
public record Diagnostic(
    RuleId rule,
    Severity severity,
    String message,
    Location location,
    List<RelatedLocation> related,
    Precision precision,
    Optional<ObjectRef> object,
    List<Affected> affects,
    List<Fix> fixes,
    Optional<AcceptedBy> accepted,
    List<Subject> subjects)
    implements Comparable<Diagnostic> {

  private static final Comparator<Diagnostic> ORDER =
      Order.of(
          Order.by(Diagnostic::location),
          Order.by(Diagnostic::severity),
          Order.by(Diagnostic::rule),
          Order.by(Diagnostic::message));

  public Diagnostic {
    related = List.copyOf(related);
    affects = List.copyOf(new TreeSet<>(affects));
    fixes = List.copyOf(fixes);
    subjects = List.copyOf(subjects);
  }

  /** An exact error with nothing but a place. */
  public static Diagnostic of(RuleId rule, Location location, String message) {
    return new Diagnostic(
        rule,
        Severity.ERROR,
        message,
        location,
        List.of(),
        Precision.EXACT,
        Optional.empty(),
        List.of(),
        List.of(),
        Optional.empty(),
        List.of());
  }

  public Diagnostic withSeverity(Severity newSeverity) {
    return new Diagnostic(
        rule,
        newSeverity,
        message,
        location,
        related,
        precision,
        object,
        affects,
        fixes,
        accepted,
        subjects);
  }

  /** The same at another place. */
  public Diagnostic withLocation(Location newLocation) {
    return new Diagnostic(
        rule,
        severity,
        message,
        newLocation,
        related,
        precision,
        object,
        affects,
        fixes,
        accepted,
        subjects);
  }

  /** The same with one more related location, behind those it has. */
  public Diagnostic withRelated(RelatedLocation.Role role, Location place, String text) {
    List<RelatedLocation> more =
        Stream.concat(related.stream(), Stream.of(new RelatedLocation(role, place, text))).toList();
    return new Diagnostic(
        rule, severity, message, location, more, precision, object, affects, fixes, accepted,
        subjects);
  }

  public Diagnostic withPrecision(Precision newPrecision) {
    return new Diagnostic(
        rule,
        severity,
        message,
        location,
        related,
        newPrecision,
        object,
        affects,
        fixes,
        accepted,
        subjects);
  }

  /** The same about a rendered object. */
  public Diagnostic withObject(ObjectRef about) {
    return saying(message, Optional.of(about), affects, subjects);
  }

  /** The same with one more fix, after those it has. */
  public Diagnostic withFix(Fix fix) {
    return withFixes(Stream.concat(fixes.stream(), Stream.of(fix)).toList());
  }

  /** The same with these fixes alone. */
  public Diagnostic withFixes(List<Fix> newFixes) {
    return new Diagnostic(
        rule, severity, message, location, related, precision, object, affects, newFixes, accepted,
        subjects);
  }

  /** The same for these cells alone; objects that are in none of them are not spoken of. */
  public Diagnostic withAffects(List<Affected> newAffects) {
    List<Subject> left = new ArrayList<>();
    for (Subject subject : subjects) {
      List<Affected> cells = subject.affects().stream().filter(newAffects::contains).toList();
      if (!cells.isEmpty()) {
        left.add(subject.withAffects(cells));
      }
    }
    return saying(message, object, newAffects, subjects).about(left.isEmpty() ? subjects : left);
  }

  /** The same said of all these objects at once. */
  public Diagnostic about(List<Subject> objects) {
    if (objects.isEmpty()) {
      return this;
    }
    List<Subject> sorted = objects.stream().sorted().toList();
    return saying(
        Subject.joinedMessage(sorted),
        Optional.of(sorted.getFirst().object()),
        affects,
        sorted.size() == 1 ? List.of() : sorted);
  }

  private Diagnostic saying(
      String newMessage,
      Optional<ObjectRef> newObject,
      List<Affected> newAffects,
      List<Subject> newSubjects) {
    return new Diagnostic(
        rule,
        severity,
        newMessage,
        location,
        related,
        precision,
        newObject,
        newAffects,
        fixes,
        accepted,
        newSubjects);
  }

  /** Its object with what is said of it; empty for one that is about no object. */
  public Optional<Subject> subject() {
    return object.map(about -> new Subject(message, about, affects));
  }

  /** What it says of each object by itself. */
  public List<Diagnostic> alone() {
    return subjects.isEmpty()
        ? List.of(this)
        : subjects.stream()
            .map(subject -> about(List.of(subject)).withAffects(subject.affects()))
            .toList();
  }

  public Diagnostic withAccepted(AcceptedBy by) {
    return new Diagnostic(
        rule,
        severity,
        message,
        location,
        related,
        precision,
        object,
        affects,
        fixes,
        Optional.of(by),
        subjects);
  }

  /** Orders by place, then severity, rule and message: the order of every report. */
  @Override
  public int compareTo(Diagnostic other) {
    return ORDER.compare(this, other);
  }
}
