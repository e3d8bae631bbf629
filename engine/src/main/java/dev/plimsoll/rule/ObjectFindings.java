package dev.plimsoll.rule;

import dev.plimsoll.diagnostic.Affected;
import dev.plimsoll.diagnostic.Diagnostic;
import dev.plimsoll.diagnostic.DiagnosticSink;
import dev.plimsoll.diagnostic.Fix;
import dev.plimsoll.diagnostic.Precision;
import dev.plimsoll.diagnostic.RelatedLocation;
import dev.plimsoll.diagnostic.RuleId;
import dev.plimsoll.index.ClusterObjects;
import dev.plimsoll.index.ReleaseObjects;
import dev.plimsoll.manifest.Field;
import dev.plimsoll.schema.OverriddenLayers;
import dev.plimsoll.schema.SecretName;
import dev.plimsoll.source.Location;
import dev.plimsoll.source.SourceFile;
import dev.plimsoll.template.origin.SpanOrigin;
import dev.plimsoll.template.value.Source.ValuesNode;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * Gathers what one rule says about fields of objects, each at the line that a person would edit.
 */
public final class ObjectFindings {

  private final RuleId rule;
  private final Findings findings = new Findings();

  public ObjectFindings(RuleId rule) {
    this.rule = rule;
  }

  /**
   * Adds a diagnostic about a field of an object, for every cell of its render. Where a null of the
   * values has deleted the field, a fix takes the null away; so it is with all that follow.
   */
  public void add(ReleaseObjects release, Field field, String message) {
    add(at(release, field, message), release.cells());
  }

  /** The same for the cells of one environment on one cluster. */
  public void add(ClusterObjects cluster, ReleaseObjects release, Field field, String message) {
    add(at(release, field, message), cluster.cells(release));
  }

  /** Adds a diagnostic for some cells. */
  public void add(Diagnostic diagnostic, Collection<Affected> cells) {
    findings.add(diagnostic, cells);
  }

  /**
   * A diagnostic where the field comes from, or would have to be added: in the values with the
   * layers that lost, or else in the template.
   */
  public Diagnostic at(ReleaseObjects release, Field field, String message) {
    Optional<SpanOrigin> origin = field.origin();
    return fixed(at(release, field, origin, message), RestoringFix.of(field, origin));
  }

  /** The same with a fix, if it is known where the field could become what is wanted. */
  public Diagnostic at(ReleaseObjects release, Field field, String message, Wanted wanted) {
    Optional<SpanOrigin> origin = field.origin();
    return fixed(
        at(release, field, origin, message), SettingFix.of(release, field, origin, wanted));
  }

  /** A diagnostic with one more fix, of its field or of another one that takes part. */
  public Diagnostic withFix(
      Diagnostic diagnostic, ReleaseObjects release, Field field, Wanted wanted) {
    return fixed(diagnostic, SettingFix.of(release, field, field.origin(), wanted));
  }

  /** The same with a fix where the rule says what is wanted. */
  public Diagnostic at(
      ReleaseObjects release, Field field, String message, Optional<Wanted> wanted) {
    return wanted
        .map(known -> at(release, field, message, known))
        .orElseGet(() -> at(release, field, message));
  }

  /** A diagnostic where the last characters of a field come from. */
  public Diagnostic atEnd(ReleaseObjects release, Field field, int length, String message) {
    return at(release, field, field.originOfEnd(length), message);
  }

  /** A diagnostic where the name of a field comes from. */
  public Diagnostic atKey(ReleaseObjects release, Field field, String message) {
    return at(release, field, field.keyOrigin(), message);
  }

  private Diagnostic at(
      ReleaseObjects release, Field field, Optional<SpanOrigin> origin, String message) {
    Location place =
        origin
            .map(SpanOrigin::location)
            .orElseGet(() -> new SourceFile(field.object().source(), "").start());
    Diagnostic found =
        Diagnostic.of(rule, place, message)
            .withObject(field.object().reference(release.namespace(), field));
    Diagnostic explained = origin.map(from -> explained(found, from)).orElse(found);
    // What stands in a file itself, or would have to, is where it is.
    return release.release().isEmpty() ? explained.withPrecision(Precision.EXACT) : explained;
  }

  /**
   * A diagnostic about an object that the release does not have: at the value that kept a template
   * from writing it, with a fix that turns that value, or else at a field of another object.
   */
  public Diagnostic atMissing(ReleaseObjects release, String kind, Field other, String message) {
    Optional<SpanOrigin> origin = release.originOfMissing(kind);
    if (origin.isEmpty()) {
      return at(release, other, message).withPrecision(Precision.APPROXIMATE);
    }
    Diagnostic found =
        Diagnostic.of(rule, origin.get().location(), message)
            .withObject(other.object().reference(release.namespace(), other.object().root()));
    return fixed(
        explained(found, origin.get()),
        SettingFix.of(release, other.object().root(), origin, Wanted.presence()));
  }

  /** Everything, each with the cells that it affects. */
  public List<Diagnostic> toList() {
    return findings.toList();
  }

  public void reportTo(DiagnosticSink sink) {
    findings.reportTo(sink);
  }

  private static Diagnostic fixed(Diagnostic diagnostic, Optional<Fix> fix) {
    return fix.map(diagnostic::withFix).orElse(diagnostic);
  }

  private static Diagnostic explained(Diagnostic diagnostic, SpanOrigin origin) {
    Diagnostic found = diagnostic.withPrecision(origin.precision());
    if (origin.valuesNode().isPresent()) {
      ValuesNode node = origin.valuesNode().get();
      found = OverriddenLayers.explain(found, node.value(), isSecret(node));
    }
    return origin.writtenBy().isEmpty()
        ? found
        : found.withRelated(
            RelatedLocation.Role.TEMPLATE,
            origin.writtenBy().get(),
            "The template writes it here.");
  }

  private static boolean isSecret(ValuesNode node) {
    for (ValuesNode at = node; at != null; at = at.parent()) {
      if (SecretName.isSecret(at.step())) {
        return true;
      }
    }
    return false;
  }
}
