package dev.plimsoll.yaml;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Turns a tree into what Helm's JSON of it reads as: numbers are doubles, the last key wins. */
final class HelmJson {

  private HelmJson() {}

  static @Nullable Object of(YamlNode node) {
    return switch (node) {
      case YamlAlias alias -> of(alias.target());
      case YamlSequence sequence -> list(sequence);
      case YamlMapping mapping -> map(mapping);
      case YamlScalar scalar -> scalar(scalar);
    };
  }

  private static @Nullable Object scalar(YamlScalar scalar) {
    return switch (scalar.value()) {
      case ScalarValue.Null _ -> null;
      case ScalarValue.Bool bool -> bool.value();
      case ScalarValue.Int integer -> integer.value().doubleValue();
      case ScalarValue.Float number -> number.value();
      case ScalarValue.Text text -> text.value();
    };
  }

  private static List<@Nullable Object> list(YamlSequence sequence) {
    List<@Nullable Object> list = new ArrayList<>();
    for (YamlNode item : sequence.items()) {
      list.add(of(item));
    }
    return list;
  }

  private static Map<String, @Nullable Object> map(YamlMapping mapping) {
    Map<ScalarValue, YamlEntry> effective = new LinkedHashMap<>();
    collect(mapping, effective);
    Map<String, @Nullable Object> map = new HashMap<>();
    for (YamlEntry entry : effective.values()) {
      map.put(entry.keyText().orElseThrow(), of(entry.value()));
    }
    return map;
  }

  private static void collect(YamlMapping mapping, Map<ScalarValue, YamlEntry> into) {
    for (YamlEntry entry : mapping.entries()) {
      if (entry.isMerge()) {
        merge(entry.value(), into);
      } else {
        into.put(((YamlScalar) target(entry.key())).value(), entry);
      }
    }
  }

  private static void merge(YamlNode value, Map<ScalarValue, YamlEntry> into) {
    switch (target(value)) {
      case YamlMapping mapping -> collect(mapping, into);
      case YamlSequence sequence -> sequence.items().reversed().forEach(item -> merge(item, into));
      case YamlScalar _, YamlAlias _ -> throw new AssertionError("No merge: " + value);
    }
  }

  private static YamlNode target(YamlNode node) {
    return node instanceof YamlAlias alias ? alias.target() : node;
  }
}
