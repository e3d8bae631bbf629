package dev.plimsoll.values;

import java.util.function.UnaryOperator;

/** Tells a writer what a tree of values holds. */
final class ValueTree {

  private final TreeWriter<Value> writer;
  private final UnaryOperator<String> asText;

  /**
   * @param asText what a text or key becomes
   */
  ValueTree(TreeWriter<Value> writer, UnaryOperator<String> asText) {
    this.writer = writer;
    this.asText = asText;
  }

  void write(Value value) {
    switch (value) {
      case ScalarValue scalar -> write(scalar);
      case ListValue list -> {
        writer.openList(list.items().size(), list);
        for (Value item : list.items()) {
          writer.item();
          write(item);
        }
        writer.close();
      }
      case MapValue map -> {
        writer.openMap(map.entries().size(), map);
        for (String key : writer.inOrder(map.entries().keySet())) {
          Value entry = map.entries().get(key);
          if (entry != null) {
            writer.key(asText.apply(key), entry);
            write(entry);
          }
        }
        writer.close();
      }
    }
  }

  private void write(ScalarValue scalar) {
    switch (scalar.content()) {
      case GoScalar.Nil _ -> writer.token("null", scalar);
      case GoScalar.Bool(boolean value) -> writer.token(Boolean.toString(value), scalar);
      case GoScalar.Int64(long value) -> writer.token(Long.toString(value), scalar);
      case GoScalar.Float64(double value) -> writer.number(value, scalar);
      case GoScalar.Text(String value) -> writer.text(asText.apply(value), scalar);
    }
  }
}
