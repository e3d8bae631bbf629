package dev.plimsoll.cel.value;

import dev.plimsoll.chart.StructFields;
import dev.plimsoll.yaml.YamlEntry;
import dev.plimsoll.yaml.YamlMapping;
import dev.plimsoll.yaml.YamlNode;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A YAML mapping as a CEL map. */
public final class YamlMapView extends YamlView implements CelMap {

  private final Map<String, Object> values = new LinkedHashMap<>();
  private final Map<String, YamlEntry> entries;

  YamlMapView(YamlMapping node, @Nullable YamlView parent, Object key) {
    super(node, parent, key);
    this.entries = StructFields.of(node).map(StructFields::entries).orElse(Map.of());
    entries.forEach((name, entry) -> values.put(name, value(entry.value(), this, name)));
  }

  @Override
  public int size() {
    return values.size();
  }

  @Override
  public @Nullable Object get(Object at) {
    return at instanceof String ? values.get(at) : null;
  }

  @Override
  public Collection<?> keys() {
    return values.keySet();
  }

  @Override
  @Nullable YamlNode nodeAt(Object at) {
    YamlEntry entry = at instanceof String name ? entries.get(name) : null;
    return entry == null ? null : entry.value();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof CelMap map && Equality.areEqual(this, map);
  }

  @Override
  public int hashCode() {
    return values.size();
  }

  @Override
  public String toString() {
    return values.toString();
  }
}
