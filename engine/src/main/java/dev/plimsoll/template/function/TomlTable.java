package dev.plimsoll.template.function;

import dev.plimsoll.template.value.GoList;
import dev.plimsoll.template.value.GoMap;
import dev.plimsoll.template.value.GoValue;
import dev.plimsoll.template.value.Trace;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A table of a TOML document that is being read. */
final class TomlTable {

  /** The Go type of an array of tables. */
  private static final String TABLES = "[]map[string]interface {}";

  /** What a key holds. */
  sealed interface Entry {}

  /** A value that nothing can be added to. */
  record Leaf(GoValue value) implements Entry {}

  /**
   * A table.
   *
   * @param isImplied whether only its path was named so far
   */
  record Table(TomlTable table, boolean isImplied) implements Entry {}

  /** An array of tables, of which the last can be added to. */
  record Tables(List<TomlTable> tables) implements Entry {}

  private final Map<String, Entry> entries = new HashMap<>();

  Map<String, Entry> entries() {
    return entries;
  }

  GoMap toMap(Trace trace) {
    GoMap map = new GoMap(trace);
    entries.forEach((key, entry) -> map.put(key, value(entry, trace)));
    return map;
  }

  private static GoValue value(Entry entry, Trace trace) {
    return switch (entry) {
      case Leaf leaf -> leaf.value;
      case Table table -> table.table.toMap(trace);
      case Tables tables -> {
        List<GoValue> items = new ArrayList<>();
        tables.tables.forEach(table -> items.add(table.toMap(trace)));
        yield new GoList(items, TABLES, trace);
      }
    };
  }
}
