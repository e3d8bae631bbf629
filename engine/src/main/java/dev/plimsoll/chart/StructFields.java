package dev.plimsoll.chart;

import dev.plimsoll.yaml.ScalarValue;
import dev.plimsoll.yaml.YamlAlias;
import dev.plimsoll.yaml.YamlEntry;
import dev.plimsoll.yaml.YamlFile;
import dev.plimsoll.yaml.YamlMapping;
import dev.plimsoll.yaml.YamlNode;
import dev.plimsoll.yaml.YamlScalar;
import dev.plimsoll.yaml.YamlSequence;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A mapping as Helm fills a Go struct from it: aliases are followed, merge keys apply, and names
 * are compared without case.
 *
 * @param node the mapping itself
 * @param entries by key; the last of duplicates, and what merge keys add
 */
public record StructFields(YamlMapping node, Map<String, YamlEntry> entries) {

  /** The fields of the first document of {@code file}; empty if its root is no mapping. */
  public static Optional<StructFields> of(YamlFile file) {
    return of(file.firstRoot());
  }

  /** The fields of {@code node}; empty if it is no mapping. */
  public static Optional<StructFields> of(@Nullable YamlNode node) {
    if (!(resolve(node) instanceof YamlMapping mapping)) {
      return Optional.empty();
    }
    Map<String, YamlEntry> entries = new LinkedHashMap<>();
    collect(mapping, entries);
    return Optional.of(new StructFields(mapping, entries));
  }

  /** The node itself, or what an alias stands for. */
  public static @Nullable YamlNode resolve(@Nullable YamlNode node) {
    YamlNode found = node;
    while (found instanceof YamlAlias alias) {
      found = alias.target();
    }
    return found;
  }

  /** Whether the value says nothing: absent, or null. */
  public static boolean isNull(@Nullable YamlNode node) {
    YamlNode found = resolve(node);
    return found == null
        || (found instanceof YamlScalar scalar && scalar.value() instanceof ScalarValue.Null);
  }

  /** The items of a sequence; empty for anything else. */
  public static List<YamlNode> items(@Nullable YamlNode node) {
    return resolve(node) instanceof YamlSequence sequence ? sequence.items() : List.of();
  }

  /** The entry at a path of keys; empty if there is none, or nothing but null. */
  public static Optional<YamlEntry> find(@Nullable YamlNode root, String... path) {
    YamlNode at = root;
    YamlEntry found = null;
    for (String key : path) {
      found = get(at, key);
      if (found == null || isNull(found.value())) {
        return Optional.empty();
      }
      at = found.value();
    }
    return Optional.ofNullable(found);
  }

  /**
   * What {@link #entries} of {@code node} has for {@code key}, without all the others: mappings are
   * small, and most of them are asked for a key or two. Null if it is not there.
   */
  public static @Nullable YamlEntry get(@Nullable YamlNode node, String key) {
    if (!(resolve(node) instanceof YamlMapping mapping)) {
      return null;
    }
    if (!mapping.hasMerge()) {
      return mapping.entry(key).orElse(null);
    }
    for (YamlEntry entry : mapping.entries().reversed()) {
      YamlEntry found = entry.isMerge() ? merged(entry.value(), key) : null;
      if (found == null && !entry.isMerge() && entry.keyText().filter(key::equals).isPresent()) {
        found = entry;
      }
      if (found != null) {
        return found;
      }
    }
    return null;
  }

  /** The first of several mappings to merge wins. */
  private static @Nullable YamlEntry merged(YamlNode source, String key) {
    YamlNode node = resolve(source);
    if (!(node instanceof YamlSequence sequence)) {
      return get(node, key);
    }
    for (YamlNode item : sequence.items()) {
      YamlEntry found = merged(item, key);
      if (found != null) {
        return found;
      }
    }
    return null;
  }

  /**
   * The entry that Go's {@code encoding/json} puts into the field {@code name}: of keys that differ
   * only in case it is the last in byte order, because the JSON between YAML and Go is sorted.
   */
  public Optional<YamlEntry> entry(String name) {
    YamlEntry exact = entries.get(name);
    if (exact != null) {
      return Optional.of(exact);
    }
    return entries.keySet().stream()
        .filter(name::equalsIgnoreCase)
        .max(String::compareTo)
        .map(entries::get);
  }

  /** The value of {@link #entry}; empty where it is null. */
  public Optional<YamlNode> value(String name) {
    return entry(name).map(YamlEntry::value).filter(node -> !isNull(node));
  }

  private static void collect(YamlMapping mapping, Map<String, YamlEntry> entries) {
    for (YamlEntry entry : mapping.entries()) {
      if (entry.isMerge()) {
        // go-yaml v2 merges where the key stands: what came before is overwritten.
        merge(entry.value(), entries);
      } else {
        Optional<String> key = entry.keyText();
        if (key.isPresent()) {
          entries.put(key.get(), entry);
        }
      }
    }
  }

  private static void merge(YamlNode source, Map<String, YamlEntry> entries) {
    // Anything else is a mistake that the parser has reported.
    YamlNode node = resolve(source);
    if (node instanceof YamlMapping mapping) {
      collect(mapping, entries);
    } else if (node instanceof YamlSequence sequence) {
      sequence.items().reversed().forEach(item -> merge(item, entries));
    }
  }
}
