package dev.plimsoll.schema;

import dev.plimsoll.diagnostic.Diagnostic;
import dev.plimsoll.diagnostic.Fix;
import dev.plimsoll.diagnostic.Fix.Applicability;
import dev.plimsoll.diagnostic.RelatedLocation.Role;
import dev.plimsoll.origin.Layer;
import dev.plimsoll.origin.Origin;
import dev.plimsoll.values.MapValue;
import dev.plimsoll.values.Value;
import dev.plimsoll.values.ValuePath;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Values that a schema requires and no layer sets: where a person would add them. */
final class MissingValues {

  private static final Set<Layer.Kind> OWN_FILES = Set.of(Layer.Kind.VALUES_FILE);
  private static final Set<Layer.Kind> CHART_FILES =
      Set.of(Layer.Kind.CHART_DEFAULTS, Layer.Kind.PARENT_CHART);

  private final MapValue root;
  private final String chart;
  private final SchemaKnowledge knowledge;

  MissingValues(MapValue root, String chart, SchemaKnowledge knowledge) {
    this.root = root;
    this.chart = chart;
    this.knowledge = knowledge;
  }

  /**
   * A place in a layer for a key.
   *
   * @param map the map in that layer
   * @param keys the keys to write below it, outermost first
   */
  private record Place(Origin map, List<String> keys) {}

  /** One key that {@code required} or {@code dependentRequired} names. */
  Diagnostic diagnostic(Violation violation, ValuePath parent) {
    String key = String.valueOf(violation.key());
    ValuePath path = parent.key(key);
    String because =
        violation.cause() == null
            ? "is required by the schema of chart `" + chart + "`"
            : "is required where `"
                + ViolationDiagnostics.shown(parent.key(violation.cause()))
                + "` is set";
    Value map = parent.in(root).orElse(root);
    Optional<Value> removed =
        map instanceof MapValue table
            ? Optional.ofNullable(table.deleted().get(key))
            : Optional.empty();
    if (removed.isPresent()) {
      return removed(path, because, removed.get());
    }
    Place place = place(parent, key);
    Diagnostic found =
        Diagnostic.of(
            SchemaRules.MISSING_REQUIRED,
            OverriddenLayers.keyPlace(place.map()),
            "`" + ViolationDiagnostics.shown(path) + "` " + because + ", and no layer sets it.");
    return fix(violation, key, place).map(found::withFix).orElse(found);
  }

  /** Alternatives that require one key each. */
  Diagnostic alternatives(Violation violation, ValuePath parent) {
    List<String> names = new ArrayList<>();
    for (List<Violation> branch : violation.branches()) {
      String key = String.valueOf(branch.getFirst().key());
      names.add("`" + ViolationDiagnostics.shown(parent.key(key)) + "`");
    }
    Place place = place(parent, String.valueOf(violation.branches().getFirst().getFirst().key()));
    String exactly = violation.keyword().equals("oneOf") ? "Exactly one of " : "One of ";
    return Diagnostic.of(
        SchemaRules.MISSING_REQUIRED,
        OverriddenLayers.keyPlace(place.map()),
        exactly
            + Words.list(names.stream().distinct().toList(), "or")
            + " is required by the schema of chart `"
            + chart
            + "`, and no layer sets any.");
  }

  private static Diagnostic removed(ValuePath path, String because, Value removed) {
    Diagnostic found =
        Diagnostic.of(
            SchemaRules.MISSING_REQUIRED,
            removed.origin().keyLocation(),
            "`"
                + ViolationDiagnostics.shown(path)
                + "` "
                + because
                + ", and the null here removes it.");
    for (Value loser : removed.shadowed()) {
      found =
          found.withRelated(
              Role.OVERRIDDEN_LAYER,
              OverriddenLayers.keyPlace(loser.origin()),
              "The weaker layer `"
                  + Words.bounded(loser.origin().layer().label())
                  + "` sets it here.");
    }
    return found;
  }

  private Place place(ValuePath parent, String key) {
    return place(parent, key, OWN_FILES)
        .or(() -> place(parent, key, CHART_FILES))
        .orElseGet(() -> new Place(parent.in(root).orElse(root).origin(), List.of(key)));
  }

  /** The parent, or its nearest ancestor, in the strongest layer of some kinds that has it. */
  private Optional<Place> place(ValuePath parent, String key, Set<Layer.Kind> kinds) {
    List<String> keys = new ArrayList<>(List.of(key));
    List<ValuePath.Step> steps = parent.steps();
    for (int depth = steps.size(); depth >= 0; depth--) {
      Optional<Value> map = new ValuePath(steps.subList(0, depth)).in(root);
      Optional<Origin> said =
          map.stream()
              .flatMap(value -> Stream.concat(Stream.of(value), value.shadowed().stream()))
              .filter(MapValue.class::isInstance)
              .map(Value::origin)
              .filter(origin -> kinds.contains(origin.layer().kind()))
              .findFirst();
      if (said.isPresent()) {
        return Optional.of(new Place(said.get(), keys));
      }
      if (depth > 0) {
        if (!(steps.get(depth - 1) instanceof ValuePath.Key(String step))) {
          // An item of a list belongs to the layer that has the list.
          return Optional.empty();
        }
        keys.addFirst(step);
      }
    }
    return Optional.empty();
  }

  private Optional<Fix> fix(Violation violation, String key, Place place) {
    if (!place.map().layer().isEditable()) {
      return Optional.empty();
    }
    SampleValue sample = SampleValue.of(knowledge.below(violation.schema(), key));
    Applicability applicability = sample.certain() ? Applicability.UNSAFE : Applicability.DISPLAY;
    return Optional.of(
        new Fix(
            "Set `" + Words.bounded(key) + "` to `" + Words.bounded(sample.yaml()) + "`",
            applicability,
            List.of(KeyInsertion.edit(place.map(), place.keys(), sample.yaml()))));
  }
}
