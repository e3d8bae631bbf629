package dev.plimsoll.cel.value;

import dev.plimsoll.chart.StructFields;
import dev.plimsoll.yaml.YamlEntry;
import dev.plimsoll.yaml.YamlMapping;
import dev.plimsoll.yaml.YamlNode;
import dev.plimsoll.yaml.YamlScalar;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.StringJoiner;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** A YAML mapping as a CEL map. */
public final class YamlMapView extends YamlView implements CelMap {

  private static final int INITIAL_CAPACITY = 2;

  /**
   * Made when they are asked for: an expression looks at few of the fields of an object, and at all
   * of them seldom. Views are told apart by identity, so all threads must get the same.
   */
  private final Map<String, Object> views = new ConcurrentHashMap<>(INITIAL_CAPACITY);

  private volatile @Nullable Map<String, YamlEntry> entries;

  YamlMapView(YamlMapping node, @Nullable YamlView parent, Object key, boolean isObject) {
    super(node, parent, key, isObject);
  }

  @Override
  public int size() {
    return entries().size();
  }

  @Override
  public @Nullable Object get(Object at) {
    YamlNode node = nodeAt(at);
    if (node == null || node instanceof YamlScalar) {
      return node == null ? null : value(node, at);
    }
    return views.computeIfAbsent(at.toString(), name -> value(node, name));
  }

  @Override
  public Collection<?> keys() {
    return entries().keySet();
  }

  @Override
  @Nullable YamlNode nodeAt(Object at) {
    YamlEntry entry = at instanceof String name ? StructFields.get(node(), name) : null;
    return entry == null || isAbsent(entry) ? null : entry.value();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof CelMap map && Equality.areEqual(this, map);
  }

  @Override
  public int hashCode() {
    return size();
  }

  @Override
  public String toString() {
    StringJoiner fields = new StringJoiner(", ", "{", "}");
    entries().keySet().forEach(name -> fields.add(name + "=" + get(name)));
    return fields.toString();
  }

  private Map<String, YamlEntry> entries() {
    Map<String, YamlEntry> known = entries;
    if (known == null) {
      known = new LinkedHashMap<>();
      StructFields.of(node()).map(StructFields::entries).ifPresent(known::putAll);
      known.values().removeIf(this::isAbsent);
      entries = known;
    }
    return known;
  }

  private boolean isAbsent(YamlEntry entry) {
    return isObject() && StructFields.isNull(entry.value());
  }
}
