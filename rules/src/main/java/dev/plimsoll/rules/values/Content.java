package dev.plimsoll.rules.values;

import dev.plimsoll.values.GoScalar;
import dev.plimsoll.values.ListValue;
import dev.plimsoll.values.MapValue;
import dev.plimsoll.values.ScalarValue;
import dev.plimsoll.values.Value;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What a value says, without where it says so: equal for templates, wherever it came from. */
public sealed interface Content {

  record Leaf(GoScalar scalar) implements Content {}

  record Items(List<Content> items) implements Content {}

  record Entries(Map<String, Content> entries) implements Content {}

  static Content of(Value value) {
    return switch (value) {
      case ScalarValue scalar -> new Leaf(scalar.content());
      case ListValue list -> new Items(list.items().stream().map(Content::of).toList());
      case MapValue map ->
          new Entries(
              map.entries().entrySet().stream()
                  .collect(Collectors.toMap(Map.Entry::getKey, entry -> of(entry.getValue()))));
    };
  }
}
