package dev.plimsoll.cel.value;

import dev.plimsoll.chart.StructFields;
import dev.plimsoll.yaml.YamlEntry;
import dev.plimsoll.yaml.YamlMapping;
import dev.plimsoll.yaml.YamlNode;
import java.util.Collection;
import java.util.Map;
import java.util.StringJoiner;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** A YAML mapping as a CEL map. */
public final class YamlMapView extends YamlView implements CelMap {

  private final Map<String, YamlEntry> entries;

  /** Made when they are asked for: an expression looks at few of the fields of an object. */
  private final Map<String, Object> values = new ConcurrentHashMap<>();

  YamlMapView(YamlMapping node, @Nullable YamlView parent, Object key) {
    super(node, parent, key);
    this.entries = StructFields.of(node).map(StructFields::entries).orElse(Map.of());
  }

  @Override
  public int size() {
    return entries.size();
  }

  @Override
  public @Nullable Object get(Object at) {
    YamlEntry entry = at instanceof String name ? entries.get(name) : null;
    return entry == null
        ? null
        : values.computeIfAbsent(at.toString(), name -> value(entry.value(), this, name));
  }

  @Override
  public Collection<?> keys() {
    return entries.keySet();
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
    return entries.size();
  }

  @Override
  public String toString() {
    StringJoiner fields = new StringJoiner(", ", "{", "}");
    entries.keySet().forEach(name -> fields.add(name + "=" + get(name)));
    return fields.toString();
  }
}
