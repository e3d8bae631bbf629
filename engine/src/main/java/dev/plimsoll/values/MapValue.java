package dev.plimsoll.values;

import dev.plimsoll.origin.Origin;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A map (Helm says table).
 *
 * @param entries in the order in which layers name them; output sorts by key as Go does
 * @param deleted keys that a null removed: the null, which shadows what it removed. A key may be in
 *     {@code entries} as well: Helm asks some layers after it has deleted
 * @param written the map as the strongest layer alone has it; null where no other layer was merged
 *     in and so this is that map
 */
public record MapValue(
    Map<String, Value> entries,
    Map<String, Value> deleted,
    Origin origin,
    List<Value> shadowed,
    @Nullable MapValue written)
    implements Value {

  public MapValue {
    entries = Collections.unmodifiableMap(new LinkedHashMap<>(entries));
    deleted =
        deleted.isEmpty() ? Map.of() : Collections.unmodifiableMap(new LinkedHashMap<>(deleted));
    shadowed = List.copyOf(shadowed);
  }

  /** A map that one layer alone has. */
  public MapValue(
      Map<String, Value> entries, Map<String, Value> deleted, Origin origin, List<Value> shadowed) {
    this(entries, deleted, origin, shadowed, null);
  }

  public Optional<Value> get(String key) {
    return Optional.ofNullable(entries.get(key));
  }
}
