package dev.plimsoll.template.value;

import dev.plimsoll.template.value.ReadRecorder.MapReads;
import dev.plimsoll.template.value.Source.ValuesNode;
import dev.plimsoll.values.GoScalar;
import dev.plimsoll.values.ListValue;
import dev.plimsoll.values.MapValue;
import dev.plimsoll.values.ScalarValue;
import dev.plimsoll.values.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Opens the effective values for one render. Each render needs a copy of its own, because templates
 * change the maps.
 */
public final class ValuesView {

  private final boolean tracked;

  /**
   * @param tracked whether origins are wanted
   */
  public ValuesView(boolean tracked) {
    this.tracked = tracked;
  }

  /** The values as the top chart sees them. */
  public GoMap open(MapValue values) {
    return map(values, ValuesNode.root(values), null);
  }

  /** The same, where {@code recorder} notes what is looked at. */
  public GoMap open(ValuesNode root, ReadRecorder recorder) {
    return map((MapValue) root.value(), root, recorder.observation());
  }

  private GoValue open(Value value, ValuesNode node, @Nullable MapReads reads) {
    return switch (value) {
      case MapValue map -> map(map, node, reads);
      case ListValue list -> list(list, node, reads == null ? null : reads.inList());
      case ScalarValue scalar -> scalar(scalar.content(), trace(node));
    };
  }

  private Trace trace(ValuesNode node) {
    return tracked ? Trace.of(node) : Trace.NONE;
  }

  private GoMap map(MapValue map, ValuesNode node, @Nullable MapReads reads) {
    Map<String, GoValue> entries = HashMap.newHashMap(map.entries().size());
    GoMap opened =
        new GoMap(
            entries,
            GoMap.ANY,
            trace(node),
            key -> tracked ? Trace.of(new Source.MissingKey(node, key)) : Trace.NONE);
    map.entries()
        .forEach((key, value) -> {
          ValuesNode child = new ValuesNode(value, node, key);
          opened.put(
              key,
              open(value, child, reads == null ? null : reads.inside(key)),
              tracked ? Trace.of(new Source.ValuesKey(child)) : Trace.NONE);
        });
    opened.recordWith(reads);
    return opened;
  }

  private GoList list(ListValue list, ValuesNode node, @Nullable MapReads reads) {
    List<GoValue> items = new ArrayList<>(list.items().size());
    for (Value item : list.items()) {
      items.add(open(item, new ValuesNode(item, node, Integer.toString(items.size())), reads));
    }
    return new GoList(items, trace(node));
  }

  private GoValue scalar(GoScalar scalar, Trace trace) {
    return switch (scalar) {
      case GoScalar.Nil _ -> new GoNil(trace);
      case GoScalar.Bool(boolean value) -> new GoBool(value, trace);
      case GoScalar.Int64(long value) -> GoInt.int64(value, trace);
      case GoScalar.Float64(double value) -> new GoFloat(value, trace);
      case GoScalar.Text(String value) ->
          new GoString(tracked ? TracedText.verbatim(value, trace) : TracedText.untracked(value));
    };
  }
}
