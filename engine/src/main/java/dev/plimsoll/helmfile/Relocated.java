package dev.plimsoll.helmfile;

import dev.plimsoll.origin.Layer;
import dev.plimsoll.origin.Origin;
import dev.plimsoll.source.Location;
import dev.plimsoll.source.Span;
import dev.plimsoll.values.ListValue;
import dev.plimsoll.values.MapValue;
import dev.plimsoll.values.ScalarValue;
import dev.plimsoll.values.Value;
import java.util.LinkedHashMap;
import java.util.Map;

/** Values of a rendered text with the origins of what they were rendered from. */
final class Relocated {

  private Relocated() {}

  static MapValue of(MapValue map, StateText text) {
    return of((Value) map, text) instanceof MapValue root ? root : map;
  }

  private static Value of(Value value, StateText text) {
    return switch (value) {
      case MapValue map -> {
        Map<String, Value> entries = new LinkedHashMap<>();
        map.entries().forEach((key, entry) -> entries.put(key, of(entry, text)));
        yield Nodes.map(entries, origin(map.origin(), text, false));
      }
      case ListValue list ->
          Nodes.list(
              list.items().stream().map(item -> of(item, text)).toList(),
              origin(list.origin(), text, false));
      case ScalarValue scalar ->
          new ScalarValue(
              scalar.content(), origin(scalar.origin(), text, true), java.util.List.of());
    };
  }

  private static Origin origin(Origin rendered, StateText text, boolean isLeaf) {
    Location place = isLeaf ? text.locate(rendered.span()) : text.locateStart(rendered.span());
    Span key = rendered.keySpan();
    Location keyPlace = key == null ? null : text.locate(key);
    Span keySpan =
        keyPlace != null && keyPlace.file().equals(place.file()) ? keyPlace.span() : null;
    return new Origin(new Layer(Layer.Kind.VALUES_FILE, place.file()), keySpan, place.span());
  }
}
