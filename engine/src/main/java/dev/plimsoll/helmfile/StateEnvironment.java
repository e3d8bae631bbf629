package dev.plimsoll.helmfile;

import dev.plimsoll.source.Located;
import dev.plimsoll.values.MapValue;
import java.util.Optional;

/**
 * An environment while a state file is loaded ({@code pkg/environment}).
 *
 * @param values of the environment, with what a parent gives
 * @param defaults the top-level {@code values}
 * @param overrides of the command line
 */
public record StateEnvironment(
    String name,
    Optional<Located<String>> kubeContext,
    MapValue values,
    MapValue defaults,
    MapValue overrides) {

  static StateEnvironment named(String name) {
    return new StateEnvironment(name, Optional.empty(), Nodes.EMPTY, Nodes.EMPTY, Nodes.EMPTY);
  }

  /** What templates see as {@code .Values}. */
  MapValue merged() {
    return ValueMaps.mergeItems(ValueMaps.merge(defaults, values), overrides);
  }

  /** {@code .Environment.Values}. */
  MapValue shown() {
    return ValueMaps.mergeItems(values, overrides);
  }

  /** The same with another laid over it. */
  StateEnvironment under(StateEnvironment other) {
    return new StateEnvironment(
        other.name.isEmpty() ? name : other.name,
        other.kubeContext.or(() -> kubeContext),
        ValueMaps.merge(values, other.values),
        ValueMaps.merge(defaults, other.defaults),
        ValueMaps.mergeItems(overrides, other.overrides));
  }
}
