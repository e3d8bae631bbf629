package dev.plimsoll.analysis;

import dev.plimsoll.diagnostic.Affected;
import dev.plimsoll.diagnostic.Fix.Setting;
import dev.plimsoll.index.Estate;
import dev.plimsoll.index.ReleaseInstance;
import dev.plimsoll.source.Location;
import dev.plimsoll.source.SourceFile;
import dev.plimsoll.values.LayerValues;
import dev.plimsoll.values.ListValue;
import dev.plimsoll.values.MapValue;
import dev.plimsoll.values.ScalarValue;
import dev.plimsoll.values.Value;
import dev.plimsoll.values.ValuePath;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Who gets a value from which place of which layer. */
final class SettingReaders {

  private final Map<SourceFile, List<Use>> uses = new HashMap<>();
  private final Map<Key, List<Reader>> known = new HashMap<>();
  private final Map<SourceFile, Set<Affected>> cells = new HashMap<>();

  /**
   * A layer of a release.
   *
   * @param scope the path in the values of the release at which the layer begins
   */
  private record Use(ReleaseInstance release, ValuePath scope, LayerValues layer) {}

  private record Key(Location place, List<String> keys) {}

  /**
   * A release that gets a value from a place.
   *
   * @param path of the place in the values of the release
   */
  record Reader(ReleaseInstance release, ValuePath path) {}

  SettingReaders(Estate estate) {
    for (ReleaseInstance release : estate.releases()) {
      for (ReleaseInstance.ScopedLayer defaults : release.chartDefaults()) {
        add(new Use(release, ValuePath.ofScope(defaults.scope()), defaults.values()));
      }
      for (LayerValues layer : release.layers()) {
        add(new Use(release, ValuePath.ROOT, layer));
      }
    }
  }

  private void add(Use use) {
    uses.computeIfAbsent(use.layer().layer().file(), _ -> new ArrayList<>()).add(use);
  }

  /** Whose layer a file is, whether it decides anything or not. */
  Set<Affected> of(SourceFile file) {
    return cells.computeIfAbsent(
        file,
        _ ->
            uses.getOrDefault(file, List.of()).stream()
                .map(use -> use.release().cell())
                .collect(Collectors.toSet()));
  }

  /**
   * The releases in which the place of a setting decides: their value comes from there, or their
   * map is built from the one there and has not the keys of the setting.
   */
  List<Reader> of(Setting setting) {
    return known.computeIfAbsent(new Key(setting.place(), setting.keys()), this::find);
  }

  private List<Reader> find(Key key) {
    List<Reader> readers = new ArrayList<>();
    IdentityHashMap<MapValue, Optional<ValuePath>> inLayer = new IdentityHashMap<>();
    for (Use use : uses.getOrDefault(key.place().file(), List.of())) {
      inLayer
          .computeIfAbsent(use.layer().root(), root -> path(root, key.place()))
          .map(use.scope()::join)
          .filter(path -> decides(key, path, use.release().effective().values()))
          .ifPresent(path -> readers.add(new Reader(use.release(), path)));
    }
    return readers;
  }

  private static boolean decides(Key key, ValuePath path, MapValue effective) {
    Optional<Value> found = path.in(effective);
    if (found.isEmpty()) {
      return false;
    }
    if (key.keys().isEmpty()) {
      return found.get().origin().location().equals(key.place());
    }
    ValuePath whole = path;
    for (String step : key.keys()) {
      whole = whole.key(step);
    }
    return found.get() instanceof MapValue map
        && whole.in(effective).isEmpty()
        && Stream.concat(Stream.of(map), map.shadowed().stream())
            .anyMatch(each -> each.origin().location().equals(key.place()));
  }

  private record Visit(ValuePath path, Value value) {}

  /** Where a place is in a layer, the shortest way. */
  private static Optional<ValuePath> path(MapValue root, Location place) {
    ArrayDeque<Visit> waiting = new ArrayDeque<>(List.of(new Visit(ValuePath.ROOT, root)));
    while (!waiting.isEmpty()) {
      Visit visit = waiting.removeFirst();
      if (visit.value().origin().location().equals(place)) {
        return Optional.of(visit.path());
      }
      switch (visit.value()) {
        case MapValue map ->
            map.entries()
                .forEach((key, value) -> waiting.add(new Visit(visit.path().key(key), value)));
        case ListValue list -> {
          for (int i = 0; i < list.items().size(); i++) {
            waiting.add(new Visit(visit.path().index(i), list.items().get(i)));
          }
        }
        case ScalarValue _ -> {
          // It was another place.
        }
      }
    }
    return Optional.empty();
  }
}
