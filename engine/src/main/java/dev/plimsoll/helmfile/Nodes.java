package dev.plimsoll.helmfile;

import dev.plimsoll.origin.Layer;
import dev.plimsoll.origin.Origin;
import dev.plimsoll.source.Located;
import dev.plimsoll.source.Location;
import dev.plimsoll.source.SourceFile;
import dev.plimsoll.source.Span;
import dev.plimsoll.values.GoScalar;
import dev.plimsoll.values.ListValue;
import dev.plimsoll.values.MapValue;
import dev.plimsoll.values.ScalarValue;
import dev.plimsoll.values.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Small questions and changes to trees of a helmfile's values. */
final class Nodes {

  private static final Origin NOWHERE = origin(new SourceFile("", "").start());

  /** No values. */
  static final MapValue EMPTY = map(Map.of(), NOWHERE);

  private Nodes() {}

  static Origin origin(Location place) {
    return new Origin(new Layer(Layer.Kind.VALUES_FILE, place.file()), null, place.span());
  }

  static MapValue map(Map<String, Value> entries, Origin origin) {
    return new MapValue(entries, Map.of(), origin, List.of());
  }

  static ListValue list(List<Value> items, Origin origin) {
    return new ListValue(items, origin, List.of());
  }

  static ScalarValue text(String text, Origin origin) {
    return new ScalarValue(new GoScalar.Text(text), origin, List.of());
  }

  static boolean isNil(Value value) {
    return value instanceof ScalarValue(GoScalar.Nil _, _, _);
  }

  /** Mergo's {@code isEmptyValue}: zero, empty or nil. */
  static boolean isEmpty(@Nullable Value value) {
    return switch (value) {
      case null -> true;
      case MapValue map -> map.entries().isEmpty();
      case ListValue list -> list.items().isEmpty();
      case ScalarValue scalar ->
          switch (scalar.content()) {
            case GoScalar.Nil _ -> true;
            case GoScalar.Bool(boolean flag) -> !flag;
            case GoScalar.Int64(long number) -> number == 0;
            case GoScalar.Float64(double number) -> number == 0;
            case GoScalar.Text(String text) -> text.isEmpty();
          };
    };
  }

  /** Whether two trees say the same, wherever they say it. */
  @SuppressWarnings("ReferenceEquality") // Most of a release stays the same object.
  static boolean same(@Nullable Value one, @Nullable Value other) {
    if (one == other) {
      return true;
    }
    return switch (one) {
      case null -> false;
      case ScalarValue scalar ->
          other instanceof ScalarValue that && scalar.content().equals(that.content());
      case ListValue list -> other instanceof ListValue that && sameItems(list, that);
      case MapValue map ->
          other instanceof MapValue that
              && map.entries().keySet().equals(that.entries().keySet())
              && map.entries().keySet().stream()
                  .allMatch(key -> same(map.entries().get(key), that.entries().get(key)));
    };
  }

  private static boolean sameItems(ListValue one, ListValue other) {
    if (one.items().size() != other.items().size()) {
      return false;
    }
    for (int i = 0; i < one.items().size(); i++) {
      if (!same(one.items().get(i), other.items().get(i))) {
        return false;
      }
    }
    return true;
  }

  /** The winner, which remembers what it won over. */
  static Value over(Value winner, @Nullable Value loser) {
    if (loser == null) {
      return winner;
    }
    List<Value> shadowed = new ArrayList<>(winner.shadowed());
    shadowed.add(loser);
    shadowed.addAll(loser.shadowed());
    return switch (winner) {
      case ScalarValue scalar -> new ScalarValue(scalar.content(), scalar.origin(), shadowed);
      case ListValue list -> new ListValue(list.items(), list.origin(), shadowed);
      case MapValue map -> new MapValue(map.entries(), map.deleted(), map.origin(), shadowed);
    };
  }

  static MapValue with(MapValue map, String key, @Nullable Value value) {
    Map<String, Value> entries = new LinkedHashMap<>(map.entries());
    if (value == null) {
      entries.remove(key);
    } else {
      entries.put(key, value);
    }
    return new MapValue(entries, map.deleted(), map.origin(), map.shadowed());
  }

  /** The text under a key; empty where there is none or it is empty. */
  static Optional<Located<String>> textAt(MapValue map, String key) {
    return map.entries().get(key) instanceof ScalarValue(GoScalar.Text(String text), Origin at, _)
            && !text.isEmpty()
        ? Optional.of(new Located<>(text, at.location()))
        : Optional.empty();
  }

  static String string(MapValue map, String key) {
    return textAt(map, key).map(Located::value).orElse("");
  }

  static Optional<Boolean> flag(MapValue map, String key) {
    return map.entries().get(key) instanceof ScalarValue(GoScalar.Bool(boolean flag), _, _)
        ? Optional.of(flag)
        : Optional.empty();
  }

  static MapValue mapAt(MapValue map, String key) {
    return map.entries().get(key) instanceof MapValue found ? found : EMPTY;
  }

  static List<Value> items(MapValue map, String key) {
    return map.entries().get(key) instanceof ListValue found ? found.items() : List.of();
  }

  static List<Located<String>> texts(MapValue map, String key) {
    List<Located<String>> texts = new ArrayList<>();
    for (Value item : items(map, key)) {
      if (item instanceof ScalarValue(GoScalar.Text(String text), Origin at, _)) {
        texts.add(new Located<>(text, at.location()));
      }
    }
    return texts;
  }

  /** Where a field is named; where its struct begins if it is not there. */
  static Location keyPlace(MapValue map, String key) {
    Value value = map.entries().get(key);
    return value == null ? start(map) : value.origin().keyLocation();
  }

  /** Where a mapping begins: its first key. */
  static Location start(MapValue map) {
    for (Value value : map.entries().values()) {
      if (value.origin().keySpan() != null) {
        return value.origin().keyLocation();
      }
    }
    Location place = map.origin().location();
    return place.file().at(Span.at(place.span().start()));
  }
}
