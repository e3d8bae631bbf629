package dev.plimsoll.rules.template;

import dev.plimsoll.diagnostic.Diagnostic;
import dev.plimsoll.diagnostic.ObjectRef;
import dev.plimsoll.diagnostic.RelatedLocation;
import dev.plimsoll.diagnostic.RuleId;
import dev.plimsoll.render.Manifest;
import dev.plimsoll.source.Location;
import dev.plimsoll.source.SourceFile;
import dev.plimsoll.source.Span;
import dev.plimsoll.template.origin.SpanOrigin;
import java.util.Optional;

/**
 * A part of a rendered object, and the text that a person would edit to change it.
 *
 * @param path the field; empty for the object
 */
record ObjectPlace(RenderedRelease release, Manifest manifest, Span span, String path) {

  /** A diagnostic where the part comes from: in the values, or else in the template. */
  Diagnostic report(RuleId rule, String message) {
    Span inTemplate = span.shift(manifest.span().start());
    Optional<SpanOrigin> origin = manifest.template().origins().of(inTemplate);
    Location place =
        origin
            .map(SpanOrigin::location)
            .orElseGet(() -> new SourceFile(manifest.source(), "").start());
    Diagnostic found = Diagnostic.of(rule, place, message).withObject(object());
    if (origin.isEmpty()) {
      return found;
    }
    found = found.withPrecision(origin.get().precision());
    Optional<Location> writtenBy = origin.get().writtenBy();
    return writtenBy.isEmpty()
        ? found
        : found.withRelated(
            RelatedLocation.Role.TEMPLATE, writtenBy.get(), "The template writes it here.");
  }

  private ObjectRef object() {
    return new ObjectRef(
        manifest.head().apiVersion(),
        manifest.head().kind(),
        Objects.namespace(manifest).orElse(release.release().namespace()),
        manifest.head().name(),
        path);
  }
}
