package dev.plimsoll.helmfile;

import dev.plimsoll.origin.Origin;
import dev.plimsoll.source.SourceFile;
import dev.plimsoll.source.Span;
import dev.plimsoll.values.GoScalar;
import dev.plimsoll.values.ListValue;
import dev.plimsoll.values.MapValue;
import dev.plimsoll.values.ScalarValue;
import dev.plimsoll.values.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads {@code --state-values-set} ({@code pkg/maputil.Set}). */
final class StateValuesSet {

  private static final Pattern INDEXED = Pattern.compile("([^\\[\\]]+)\\[(\\d{1,4})]");

  private StateValuesSet() {}

  static MapValue parse(List<String> arguments) {
    MapValue values = Nodes.EMPTY;
    for (String argument : arguments) {
      for (String each : argument.split("(?<!\\\\),", -1)) {
        int equals = each.indexOf('=');
        if (equals > 0) {
          SourceFile file = new SourceFile("--state-values-set", each);
          Origin at = Nodes.origin(file.at(new Span(equals + 1, each.length())));
          Value value = new ScalarValue(typed(each.substring(equals + 1)), at, List.of());
          values = put(values, keys(each.substring(0, equals)), value, at);
        }
      }
    }
    return values;
  }

  private static MapValue put(MapValue map, List<String> keys, Value value, Origin at) {
    Map<String, Value> entries = new LinkedHashMap<>(map.entries());
    String key = keys.getFirst();
    List<String> rest = keys.subList(1, keys.size());
    Matcher indexed = INDEXED.matcher(key);
    if (indexed.matches()) {
      String name = indexed.group(1);
      int index = Integer.parseInt(indexed.group(2));
      List<Value> items =
          new ArrayList<>(entries.get(name) instanceof ListValue list ? list.items() : List.of());
      while (items.size() <= index) {
        items.add(new ScalarValue(new GoScalar.Nil(), at, List.of()));
      }
      items.set(index, inner(items.get(index), rest, value, at));
      entries.put(name, Nodes.list(items, at));
    } else {
      entries.put(key, inner(entries.get(key), rest, value, at));
    }
    return Nodes.map(entries, at);
  }

  private static Value inner(@Nullable Value before, List<String> rest, Value value, Origin at) {
    if (rest.isEmpty()) {
      return value;
    }
    return put(before instanceof MapValue map ? map : Nodes.EMPTY, rest, value, at);
  }

  private static List<String> keys(String path) {
    List<String> keys = new ArrayList<>();
    StringBuilder part = new StringBuilder();
    boolean escaped = false;
    for (int i = 0; i < path.length(); i++) {
      char c = path.charAt(i);
      if (!escaped && c == '\\') {
        escaped = true;
        continue;
      }
      if (!escaped && c == '.') {
        keys.add(part.toString());
        part.setLength(0);
      } else {
        part.append(c);
      }
      escaped = false;
    }
    keys.add(part.toString());
    return keys;
  }

  private static GoScalar typed(String text) {
    if (text.equalsIgnoreCase("true") || text.equalsIgnoreCase("false")) {
      return new GoScalar.Bool(text.equalsIgnoreCase("true"));
    }
    if (text.equalsIgnoreCase("null")) {
      return new GoScalar.Nil();
    }
    if (text.matches("0|[+-]?[1-9][0-9]{0,17}")) {
      return new GoScalar.Int64(Long.parseLong(text));
    }
    return new GoScalar.Text(text);
  }
}
