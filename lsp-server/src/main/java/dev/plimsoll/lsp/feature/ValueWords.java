package dev.plimsoll.lsp.feature;

import dev.plimsoll.helmfile.Secrets;
import dev.plimsoll.values.GoScalar;
import dev.plimsoll.values.ListValue;
import dev.plimsoll.values.MapValue;
import dev.plimsoll.values.ScalarValue;
import dev.plimsoll.values.Value;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** Values in few words, for people. */
final class ValueWords {

  private static final int MAX_TEXT = 60;
  private static final int MAX_KEYS = 4;

  private ValueWords() {}

  /** {@code "1.2"}, {@code 3}, {@code {a, b}}, {@code [2 items]}. */
  static String of(Value value) {
    return switch (value) {
      case MapValue map -> map(map);
      case ListValue list ->
          list.items().size() == 1 ? "[1 item]" : "[" + list.items().size() + " items]";
      case ScalarValue scalar -> of(scalar.content());
    };
  }

  private static String map(MapValue map) {
    List<String> keys = new ArrayList<>(map.entries().keySet());
    if (keys.size() > MAX_KEYS) {
      return "{" + String.join(", ", keys.subList(0, MAX_KEYS)) + ", …}";
    }
    return "{" + String.join(", ", keys) + "}";
  }

  private static String of(GoScalar scalar) {
    return switch (scalar) {
      case GoScalar.Nil _ -> "null";
      case GoScalar.Bool(boolean value) -> Boolean.toString(value);
      case GoScalar.Int64(long value) -> Long.toString(value);
      case GoScalar.Float64(double value) -> number(value);
      case GoScalar.Text(String value) -> text(value);
    };
  }

  /** As people write it: every number of a file is a {@code float64}, {@code 3} too. */
  private static String number(double value) {
    return Double.isFinite(value)
        ? new BigDecimal(Double.toString(value)).stripTrailingZeros().toPlainString()
        : Double.toString(value);
  }

  private static String text(String value) {
    if (value.startsWith(Secrets.CIPHERTEXT)) {
      return "(encrypted)";
    }
    String line = value.lines().findFirst().orElse("");
    boolean isCut = line.length() < value.length() || line.length() > MAX_TEXT;
    String shown = line.length() > MAX_TEXT ? line.substring(0, MAX_TEXT) : line;
    return "\"" + shown + (isCut ? "…" : "") + "\"";
  }
}
