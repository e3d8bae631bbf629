package dev.plimsoll.values;

import dev.plimsoll.origin.Layer;
import dev.plimsoll.source.Location;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What every layer says about one value, strongest first.
 *
 * @param path where the value is, or would be
 * @param entries empty if no layer says anything at this path
 */
public record ValueHistory(ValuePath path, List<Entry> entries) {

  public ValueHistory {
    entries = List.copyOf(entries);
  }

  /** What became of what a layer says. */
  public enum State {
    /** It is the effective value. */
    WON,
    /** A stronger layer says something else. */
    LOST,
    /** It is one of several maps that make up the effective map. */
    MERGED,
    /** It is a null that removed the key, or what such a null removed. */
    DELETED
  }

  /**
   * One layer's word.
   *
   * @param location of the value in its layer
   * @param value as it stands in its layer
   */
  public record Entry(Layer layer, Location location, Value value, State state) {}

  /**
   * The history of the value at {@code path}; also of one that was deleted, or that stands in a map
   * or list which a stronger layer has dropped.
   */
  public static ValueHistory of(MapValue root, ValuePath path) {
    Collector collector = new Collector();
    collector.follow(root, path.steps());
    return new ValueHistory(path, collector.entries);
  }

  /** The effective value's entry; empty if there is no such value. */
  public Optional<Entry> winner() {
    return entries.stream()
        .filter(entry -> entry.state() == State.WON || entry.state() == State.MERGED)
        .findFirst();
  }

  /** Collects the words of layers on the way down. */
  private static final class Collector {

    private final List<Entry> entries = new ArrayList<>();

    void follow(Value value, List<ValuePath.Step> steps) {
      if (steps.isEmpty()) {
        effective(value);
        return;
      }
      ValuePath.Step step = steps.getFirst();
      List<ValuePath.Step> rest = steps.subList(1, steps.size());
      Value child = ValuePath.child(value, step);
      if (child != null) {
        follow(child, rest);
      }
      Value deleted = deleted(value, step);
      if (deleted != null) {
        dropped(deleted, rest, rest.isEmpty() ? State.DELETED : State.LOST);
        deleted.shadowed().forEach(lost -> dropped(lost, rest, State.DELETED));
      }
      // Layers that say the map or list differently: merged maps are in the child's chain already.
      for (Value weaker : value.shadowed()) {
        Value lost = ValuePath.child(weaker, step);
        if (lost != null) {
          dropped(lost, rest, State.LOST);
        }
      }
    }

    private void effective(Value value) {
      boolean merged =
          value instanceof MapValue
              && value.shadowed().stream().anyMatch(MapValue.class::isInstance);
      add(Chain.asWritten(value), merged ? State.MERGED : State.WON);
      boolean joins = merged;
      for (Value weaker : value.shadowed()) {
        // A map below something that is no map never reached the effective one.
        joins = joins && weaker instanceof MapValue;
        add(weaker, joins ? State.MERGED : State.LOST);
      }
    }

    private void dropped(Value value, List<ValuePath.Step> rest, State state) {
      Value current = value;
      for (ValuePath.Step step : rest) {
        Value next = ValuePath.child(current, step);
        if (next == null) {
          return;
        }
        current = next;
      }
      add(Chain.asWritten(current), state);
      current.shadowed().forEach(weaker -> add(weaker, state));
    }

    private void add(Value value, State state) {
      boolean known =
          entries.stream().anyMatch(entry -> entry.value().origin().equals(value.origin()));
      if (!known) {
        entries.add(new Entry(value.origin().layer(), value.origin().location(), value, state));
      }
    }
  }

  private static @Nullable Value deleted(Value value, ValuePath.Step step) {
    return value instanceof MapValue map && step instanceof ValuePath.Key(String name)
        ? map.deleted().get(name)
        : null;
  }
}
