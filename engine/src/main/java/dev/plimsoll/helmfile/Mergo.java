package dev.plimsoll.helmfile;

import dev.plimsoll.values.ListValue;
import dev.plimsoll.values.MapValue;
import dev.plimsoll.values.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Merges as {@code dario.cat/mergo} does, with its habit that an empty value never wins: a {@code
 * false}, a zero or an empty list cannot take back what is said before.
 */
enum Mergo {
  /** {@code WithOverride}: the later value wins, lists are replaced. */
  OVERRIDE(true, false),
  /** {@code WithAppendSlice} and {@code WithOverride}: lists are joined. */
  APPEND(true, true),
  /** Neither: only what is not there is filled in. */
  FILL(false, false);

  private final boolean overrides;
  private final boolean appends;

  Mergo(boolean overrides, boolean appends) {
    this.overrides = overrides;
    this.appends = appends;
  }

  /** Merges {@code later} into {@code first}. */
  MapValue merge(MapValue first, MapValue later, Shape shape) {
    return merge((Value) first, later, shape) instanceof MapValue merged ? merged : first;
  }

  private @Nullable Value merge(@Nullable Value first, @Nullable Value later, Shape shape) {
    if (later == null || first == null) {
      return first == null ? later : first;
    }
    return switch (shape) {
      case Shape.Struct struct when first instanceof MapValue a && later instanceof MapValue b ->
          struct(a, b, struct);
      case Shape.MapOf(Shape value)
          when first instanceof MapValue a && later instanceof MapValue b ->
          map(a, b, value);
      case Shape.ListOf _, Shape.OneOrMany _
          when appends && first instanceof ListValue a && later instanceof ListValue b ->
          joined(a, b);
      case Shape.Struct _,
          Shape.MapOf _,
          Shape.ListOf _,
          Shape.OneOrMany _,
          Shape.TextOr _,
          Shape.Scalar _ ->
          chosen(first, later);
    };
  }

  private Value chosen(Value first, Value later) {
    boolean wins = !Nodes.isEmpty(later) && (overrides || Nodes.isEmpty(first));
    return wins ? Nodes.over(later, first) : first;
  }

  private static Value joined(ListValue first, ListValue later) {
    List<Value> items = new ArrayList<>(first.items());
    items.addAll(later.items());
    return new ListValue(
        items, later.items().isEmpty() ? first.origin() : later.origin(), List.of());
  }

  private MapValue struct(MapValue first, MapValue later, Shape.Struct struct) {
    Map<String, Value> entries = new LinkedHashMap<>(first.entries());
    later
        .entries()
        .forEach((key, value) -> {
          Shape shape = struct.fields().get(key);
          if (shape != null) {
            Value merged = merge(entries.get(key), value, shape);
            if (merged != null) {
              entries.put(key, merged);
            }
          }
        });
    return new MapValue(
        entries,
        Map.of(),
        first.entries().isEmpty() ? later.origin() : first.origin(),
        first.shadowed());
  }

  /** In a map an empty value does win, and a struct is replaced as a whole. */
  private MapValue map(MapValue first, MapValue later, Shape shape) {
    Map<String, Value> entries = new LinkedHashMap<>(first.entries());
    later
        .entries()
        .forEach((key, value) -> entries.put(key, entry(entries.get(key), value, shape)));
    return new MapValue(entries, Map.of(), later.origin(), shadowed(first));
  }

  private static List<Value> shadowed(MapValue first) {
    List<Value> shadowed = new ArrayList<>();
    shadowed.add(first);
    shadowed.addAll(first.shadowed());
    return shadowed;
  }

  private Value entry(@Nullable Value first, Value later, Shape shape) {
    if (first == null) {
      return later;
    }
    if (shape == Shape.Scalar.ANY && first instanceof MapValue a && later instanceof MapValue b) {
      return map(a, b, shape);
    }
    if (appends && first instanceof ListValue a && later instanceof ListValue b) {
      return joined(a, b);
    }
    return overrides || Nodes.isEmpty(first) ? Nodes.over(later, first) : first;
  }
}
