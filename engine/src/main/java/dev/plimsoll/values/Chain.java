package dev.plimsoll.values;

import java.util.ArrayList;
import java.util.List;

/**
 * What layers say at one path, strongest first, each as it stands in its layer: without a chain of
 * its own.
 */
final class Chain {

  private Chain() {}

  /** The chain of a value: itself, then what it shadows. */
  static List<Value> of(Value value) {
    if (value.shadowed().isEmpty()) {
      return List.of(asWritten(value));
    }
    List<Value> chain = new ArrayList<>(1 + value.shadowed().size());
    chain.add(asWritten(value));
    chain.addAll(value.shadowed());
    return chain;
  }

  /** The same value, which shadows {@code weaker} behind what it shadows already. */
  static Value extend(Value value, List<Value> weaker) {
    List<Value> shadowed = behind(value, value.shadowed(), weaker);
    if (shadowed.size() == value.shadowed().size()) {
      return value;
    }
    return switch (value) {
      case ScalarValue scalar -> new ScalarValue(scalar.content(), scalar.origin(), shadowed);
      case ListValue list -> new ListValue(list.items(), list.origin(), shadowed);
      case MapValue map ->
          new MapValue(map.entries(), map.deleted(), map.origin(), shadowed, asWritten(map));
    };
  }

  /** Both chains one behind the other. */
  static List<Value> join(List<Value> stronger, List<Value> weaker) {
    if (stronger.isEmpty() || weaker.isEmpty()) {
      return stronger.isEmpty() ? weaker : stronger;
    }
    List<Value> joined = new ArrayList<>(stronger);
    for (Value value : weaker) {
      addOnce(joined, value);
    }
    return joined;
  }

  static Value asWritten(Value value) {
    if (value.shadowed().isEmpty()) {
      return value;
    }
    return switch (value) {
      case ScalarValue scalar -> new ScalarValue(scalar.content(), scalar.origin(), List.of());
      case ListValue list -> new ListValue(list.items(), list.origin(), List.of());
      case MapValue map -> asWritten(map);
    };
  }

  static MapValue asWritten(MapValue map) {
    MapValue written = map.written();
    return written == null ? map : written;
  }

  private static List<Value> behind(Value winner, List<Value> known, List<Value> weaker) {
    List<Value> all = new ArrayList<>(known);
    for (Value value : weaker) {
      if (!samePlace(winner, value)) {
        addOnce(all, value);
      }
    }
    return all;
  }

  // A chart that imports values has its subchart's defaults twice: once its own, once imported.
  private static void addOnce(List<Value> chain, Value value) {
    for (Value known : chain) {
      if (samePlace(known, value)) {
        return;
      }
    }
    chain.add(value);
  }

  private static boolean samePlace(Value one, Value other) {
    return one.origin().equals(other.origin());
  }
}
