package dev.plimsoll.helmfile;

import dev.plimsoll.template.value.GoBool;
import dev.plimsoll.template.value.GoFloat;
import dev.plimsoll.template.value.GoInt;
import dev.plimsoll.template.value.GoList;
import dev.plimsoll.template.value.GoMap;
import dev.plimsoll.template.value.GoNil;
import dev.plimsoll.template.value.GoString;
import dev.plimsoll.template.value.GoValue;
import dev.plimsoll.template.value.Source;
import dev.plimsoll.template.value.Source.ValuesNode;
import dev.plimsoll.template.value.Trace;
import dev.plimsoll.template.value.TracedText;
import dev.plimsoll.values.GoScalar;
import dev.plimsoll.values.ListValue;
import dev.plimsoll.values.MapValue;
import dev.plimsoll.values.ScalarValue;
import dev.plimsoll.values.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;

/** State values as templates see them: whole numbers are {@code int}. */
final class StateView {

  private StateView() {}

  /** Values with their origins. */
  static GoMap open(MapValue values) {
    return map(values, ValuesNode.root(values));
  }

  /** A value that was computed from a text. */
  static GoValue computed(Value value, Trace trace) {
    return switch (value) {
      case MapValue map -> {
        GoMap opened = new GoMap(trace);
        map.entries().forEach((key, entry) -> opened.put(key, computed(entry, trace)));
        yield opened;
      }
      case ListValue list -> {
        List<GoValue> items = new ArrayList<>(list.items().size());
        list.items().forEach(item -> items.add(computed(item, trace)));
        yield new GoList(items, trace);
      }
      case ScalarValue scalar ->
          scalar.content() instanceof GoScalar.Text(String text)
              ? GoString.computed(text, trace)
              : scalar(scalar.content(), trace);
    };
  }

  /** A single value with its origin. */
  static GoValue open(Value value) {
    return open(value, ValuesNode.root(value));
  }

  private static GoValue open(Value value, ValuesNode node) {
    return switch (value) {
      case MapValue map -> map(map, node);
      case ListValue list -> {
        List<GoValue> items = new ArrayList<>(list.items().size());
        for (Value item : list.items()) {
          items.add(open(item, new ValuesNode(item, node, Integer.toString(items.size()))));
        }
        yield new GoList(items, Trace.of(node));
      }
      case ScalarValue scalar -> scalar(scalar.content(), Trace.of(node));
    };
  }

  private static GoMap map(MapValue map, ValuesNode node) {
    GoMap opened =
        new GoMap(
            HashMap.newHashMap(map.entries().size()),
            GoMap.ANY,
            Trace.of(node),
            key -> Trace.of(new Source.MissingKey(node, key)));
    map.entries()
        .forEach((key, value) -> {
          ValuesNode child = new ValuesNode(value, node, key);
          opened.put(key, open(value, child), Trace.of(new Source.ValuesKey(child)));
        });
    return opened;
  }

  private static GoValue scalar(GoScalar scalar, Trace trace) {
    return switch (scalar) {
      case GoScalar.Nil _ -> new GoNil(trace);
      case GoScalar.Bool(boolean value) -> new GoBool(value, trace);
      case GoScalar.Int64(long value) -> GoInt.of(value, trace);
      case GoScalar.Float64(double value) -> new GoFloat(value, trace);
      case GoScalar.Text(String value) -> new GoString(TracedText.verbatim(value, trace));
    };
  }
}
