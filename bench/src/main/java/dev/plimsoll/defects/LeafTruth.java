package dev.plimsoll.defects;

import dev.plimsoll.manifest.Field;
import dev.plimsoll.origin.Origin;
import dev.plimsoll.render.LeafMutation;
import dev.plimsoll.values.GoScalar;
import dev.plimsoll.values.ListValue;
import dev.plimsoll.values.MapValue;
import dev.plimsoll.values.ScalarValue;
import dev.plimsoll.values.Value;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Which places of the values decide a field, found out by trial: a leaf decides if another value
 * for it changes the field, a map decides what is missing if the field appears once the map has it.
 */
final class LeafTruth {

  /** What a field gets that is missing, where a boolean would not do. */
  private static final Map<String, String> PROBES =
      Map.of(
          "memory", "\"64Mi\"",
          "cpu", "\"100m\"",
          "ephemeral-storage", "\"64Mi\"",
          "livenessProbe", "{\"tcpSocket\":{\"port\":80}}",
          "readinessProbe", "{\"tcpSocket\":{\"port\":80}}",
          "seccompProfile", "{\"type\":\"RuntimeDefault\"}",
          "type", "\"RuntimeDefault\"",
          "drop", "[\"ALL\"]",
          "runAsUser", "1000");

  private final PlantedEstate estate;
  private final MapValue values;
  private final RenderedObjects before;
  private final Map<LeafMutation, Set<ObjectField>> changes = new LinkedHashMap<>();
  private final Map<String, Set<LeafMutation>> kinds = new HashMap<>();
  private final Map<ObjectField, Set<Origin>> missing = new HashMap<>();

  private LeafTruth(PlantedEstate estate, MapValue values, RenderedObjects before) {
    this.estate = estate;
    this.values = values;
    this.before = before;
  }

  /** Changes every leaf of the values of an estate that has nothing planted. */
  static LeafTruth of(PlantedEstate estate, MapValue values, RenderedObjects before)
      throws IOException {
    LeafTruth truth = new LeafTruth(estate, values, before);
    for (LeafMutation leaf : LeafMutation.all(values)) {
      Optional<RenderedObjects> after = truth.render(leaf.overlay());
      if (after.isPresent()) {
        truth.changes.put(leaf, before.changes(after.get()));
        before
            .kindsAdded(after.get())
            .forEach(kind -> truth.kinds.computeIfAbsent(kind, _ -> new HashSet<>()).add(leaf));
      }
    }
    return truth;
  }

  private Optional<RenderedObjects> render(String overlay) throws IOException {
    estate.plant(overlay);
    return estate.helm().map(RenderedObjects::parse);
  }

  /** The leaves with what they change. */
  Map<LeafMutation, Set<ObjectField>> changes() {
    return changes;
  }

  /** The places that may be named for a field; empty if no value decides it. */
  Set<String> deciders(ObjectField field) throws IOException {
    Optional<Field> found = before.find(field);
    boolean isScalar = found.filter(Field::exists).flatMap(Field::text).isPresent();
    Set<String> places = new HashSet<>();
    for (Map.Entry<LeafMutation, Set<ObjectField>> leaf : changes.entrySet()) {
      if (leaf.getValue().contains(field)) {
        places.addAll(places(leaf.getKey(), isScalar));
      }
    }
    if (found.isPresent() && !found.get().exists()) {
      probe(field, found.get()).forEach(origin -> places.addAll(places(origin)));
    }
    return places;
  }

  /** The switches that bring an object of a kind. */
  Set<String> switches(String kind) {
    Set<String> places = new HashSet<>();
    kinds.getOrDefault(kind, Set.of()).forEach(leaf -> places.addAll(places(leaf, true)));
    return places;
  }

  /** A leaf; for what is no scalar, or not there, also the maps that it stands in. */
  private Set<String> places(LeafMutation leaf, boolean isScalar) {
    Set<String> places = new HashSet<>(places(leaf.origin()));
    Value at = values;
    for (String step : isScalar ? List.<String>of() : leaf.steps()) {
      Optional<Value> next = child(at, step);
      if (next.isEmpty()) {
        break;
      }
      at = next.get();
      places.addAll(places(at.origin()));
    }
    return places;
  }

  private static Set<String> places(Origin origin) {
    return new HashSet<>(List.of(Said.place(origin.location()), Said.place(origin.keyLocation())));
  }

  private static Optional<Value> child(Value value, String step) {
    return switch (value) {
      case MapValue map -> map.get(step);
      case ListValue list -> list.items().stream().skip(Integer.parseInt(step)).findFirst();
      case ScalarValue _ -> Optional.empty();
    };
  }

  /** Adds a missing field to the maps that could be what its object prints. */
  private Set<Origin> probe(ObjectField field, Field absent) throws IOException {
    Set<Origin> known = missing.get(field);
    if (known != null) {
      return known;
    }
    List<String> keys = new ArrayList<>();
    Field nearest = absent;
    while (!nearest.exists() && nearest.parent().isPresent()) {
      keys.addFirst(nearest.key());
      nearest = nearest.parent().get();
    }
    Set<Origin> deciding = new HashSet<>();
    List<Candidate> candidates = new ArrayList<>();
    collect(values, List.of(), nearest, keys, candidates);
    for (Candidate candidate : candidates) {
      List<String> steps = new ArrayList<>(candidate.steps());
      steps.addAll(candidate.keys());
      String probe = PROBES.getOrDefault(keys.getLast(), "true");
      boolean appears =
          render(LeafMutation.overlay(values, steps, probe))
              .flatMap(after -> after.find(field))
              .filter(Field::exists)
              .isPresent();
      if (appears) {
        deciding.add(candidate.origin());
      }
    }
    missing.put(field, deciding);
    return deciding;
  }

  /** A map, or a null in place of one, and what to add to it. */
  private record Candidate(List<String> steps, List<String> keys, Origin origin) {}

  private static void collect(
      Value value, List<String> steps, Field nearest, List<String> keys, List<Candidate> into) {
    boolean isMap = value instanceof MapValue;
    boolean isNull = value instanceof ScalarValue(GoScalar.Nil _, _, _);
    if (!steps.isEmpty() && (isMap || isNull)) {
      if (isNamed(steps.getLast(), nearest.key())) {
        into.add(new Candidate(steps, keys, value.origin()));
      }
      for (int i = 0; i < keys.size() - 1; i++) {
        if (isNamed(steps.getLast(), keys.get(i))) {
          into.add(new Candidate(steps, keys.subList(i + 1, keys.size()), value.origin()));
        }
      }
      if (isNull && isNamed(steps.getLast(), keys.getLast())) {
        into.add(new Candidate(steps, List.of(), value.origin()));
      }
    }
    if (value instanceof MapValue map) {
      map.entries()
          .forEach((key, inner) -> {
            List<String> deeper = new ArrayList<>(steps);
            deeper.add(key);
            collect(inner, deeper, nearest, keys, into);
          });
    }
  }

  /** {@code containerSecurityContext} is a name for {@code securityContext}. */
  private static boolean isNamed(String key, String field) {
    return key.toLowerCase(Locale.ROOT).endsWith(field.toLowerCase(Locale.ROOT));
  }
}
