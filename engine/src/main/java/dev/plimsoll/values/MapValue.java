package dev.plimsoll.values;

import dev.plimsoll.origin.Origin;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A map (Helm says table).
 *
 * @param entries in the order in which layers name them; output sorts by key as Go does
 * @param deleted keys that a null removed: the null, which shadows what it removed
 */
public record MapValue(
    Map<String, Value> entries, Map<String, Value> deleted, Origin origin, List<Value> shadowed)
    implements Value {

  public MapValue {
    entries = Collections.unmodifiableMap(new LinkedHashMap<>(entries));
    deleted = Collections.unmodifiableMap(new LinkedHashMap<>(deleted));
    shadowed = List.copyOf(shadowed);
  }

  public Optional<Value> get(String key) {
    return Optional.ofNullable(entries.get(key));
  }
}
