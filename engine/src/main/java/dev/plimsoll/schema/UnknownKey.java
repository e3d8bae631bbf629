package dev.plimsoll.schema;

import dev.plimsoll.diagnostic.Fix;
import dev.plimsoll.diagnostic.Fix.Applicability;
import dev.plimsoll.diagnostic.TextEdit;
import dev.plimsoll.origin.Layer;
import dev.plimsoll.origin.Origin;
import dev.plimsoll.source.SourceFile;
import dev.plimsoll.source.Span;
import dev.plimsoll.values.MapValue;
import dev.plimsoll.values.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A key that a closed schema does not know, and what was probably meant.
 *
 * @param value what stands under the key
 */
record UnknownKey(SchemaKnowledge knowledge, Violation violation, String key, Value value) {

  /** A known key that is near, not yet set, and takes a value like this one. */
  Optional<String> suggestion(MapValue siblings) {
    Set<String> known = knowledge.names(violation.schema());
    List<String> free = new ArrayList<>();
    for (String name : known) {
      boolean fits = knowledge.accepts(violation.schema(), name, value);
      if (!siblings.entries().containsKey(name) && fits) {
        free.add(name);
      }
    }
    Optional<String> near = NearName.of(key, free);
    // A weaker layer may set the right key already.
    return near.isPresent() ? near : NearName.of(key, known);
  }

  /**
   * Renames the key in every layer that has it; empty if it cannot be renamed in place, or if one
   * of them has the right key too.
   */
  Optional<Fix> rename(String name, Value parent) {
    List<Origin> places = new ArrayList<>(List.of(value.origin()));
    value.shadowed().forEach(loser -> places.add(loser.origin()));
    if (parent instanceof MapValue siblings
        && places.stream().anyMatch(place -> isBeside(place.layer(), name, siblings))) {
      return Optional.empty();
    }
    List<TextEdit> edits = new ArrayList<>();
    for (Origin place : places) {
      Span span = place.keySpan();
      if (span == null || !place.layer().isEditable()) {
        return Optional.empty();
      }
      SourceFile file = place.layer().file();
      edits.add(new TextEdit(file.at(span), ScalarText.styled(name, span.in(file.text()))));
    }
    boolean sure =
        NearName.distance(key, name) <= 1 && knowledge.accepts(violation.schema(), name, value);
    return Optional.of(
        new Fix(
            "Rename `" + Words.bounded(key) + "` to `" + Words.bounded(name) + "`",
            sure ? Applicability.SAFE : Applicability.UNSAFE,
            edits));
  }

  /** Whether a layer itself has a key in a map that several may have built. */
  private static boolean isBeside(Layer layer, String name, MapValue siblings) {
    MapValue strongest = siblings.written() == null ? siblings : siblings.written();
    return Stream.concat(Stream.of(strongest), siblings.shadowed().stream())
        .filter(map -> map.origin().layer().equals(layer))
        .anyMatch(map ->
            map instanceof MapValue own
                && (own.entries().containsKey(name) || own.deleted().containsKey(name)));
  }
}
