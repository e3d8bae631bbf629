package dev.plimsoll.template.function;

import dev.plimsoll.template.value.Encoded;
import dev.plimsoll.template.value.GoMap;
import dev.plimsoll.template.value.GoObject;
import dev.plimsoll.template.value.GoValue;
import dev.plimsoll.template.value.TracedText;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A key of a TOML table.
 *
 * @param leaf where the key comes from
 */
record TomlEntry(String key, Leaf leaf, GoValue value) {

  /** The entries of a map, sorted. */
  static List<TomlEntry> of(GoMap map) {
    List<TomlEntry> entries = new ArrayList<>(map.size());
    for (String key : map.sortedKeys()) {
      GoValue value = map.get(key);
      if (value != null) {
        entries.add(new TomlEntry(key, Leaf.ofKey(map, key), TomlTables.plain(value)));
      }
    }
    return entries;
  }

  /** The fields of a struct; null for another object. */
  static @Nullable List<TomlEntry> of(GoObject object) {
    if (!(object.encoded() instanceof Encoded.Struct(List<Encoded.Field> fields))) {
      return null;
    }
    List<TomlEntry> entries = new ArrayList<>(fields.size());
    for (Encoded.Field field : fields) {
      Leaf leaf = new Leaf(object.trace(), TracedText.computed(field.name(), object.trace()));
      entries.add(new TomlEntry(field.name(), leaf, TomlTables.plain(field.value())));
    }
    return entries;
  }

  /** The entries of what {@link TomlTables} found to be a table. */
  static List<TomlEntry> ofTable(GoValue table) {
    if (table instanceof GoMap map) {
      return of(map);
    }
    List<TomlEntry> fields = table instanceof GoObject object ? of(object) : null;
    if (fields == null) {
      throw new IllegalStateException("No table: " + table.typeName());
    }
    return fields;
  }
}
