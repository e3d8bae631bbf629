package dev.plimsoll.schema;

import dev.plimsoll.values.GoScalar;
import dev.plimsoll.values.ListValue;
import dev.plimsoll.values.MapValue;
import dev.plimsoll.values.ScalarValue;
import dev.plimsoll.values.Value;
import java.math.BigDecimal;

/** Values in sentences; of secrets only the kind and the length. */
final class ValueText {

  private static final int MAX_LENGTH = 40;

  private ValueText() {}

  /** With its kind: <em>the string `"3"`</em>, <em>a list of 2 items</em>, <em>null</em>. */
  static String described(Value value, boolean secret) {
    return switch (value) {
      case MapValue map -> map.entries().isEmpty() ? "an empty map" : "a map";
      case ListValue list ->
          list.items().isEmpty()
              ? "an empty list"
              : "a list of " + Words.count(list.items().size(), "item");
      case ScalarValue scalar ->
          switch (scalar.content()) {
            case GoScalar.Nil nil -> "null";
            case GoScalar.Bool bool -> secret ? "a boolean" : "the boolean `" + bool.value() + "`";
            case GoScalar.Int64 number -> numbered(number, secret);
            case GoScalar.Float64 number -> numbered(number, secret);
            case GoScalar.Text text ->
                secret ? masked(text.value()) : "the string `" + quoted(text.value()) + "`";
          };
    };
  }

  /** Where the kind is clear: <em>`always`</em>, <em>`3`</em>. */
  static String shown(Value value, boolean secret) {
    if (secret || !(value instanceof ScalarValue scalar)) {
      return described(value, secret);
    }
    return switch (scalar.content()) {
      case GoScalar.Nil nil -> "null";
      case GoScalar.Bool bool -> "`" + bool.value() + "`";
      case GoScalar.Int64 number -> "`" + number(number) + "`";
      case GoScalar.Float64 number -> "`" + number(number) + "`";
      case GoScalar.Text text ->
          text.value().isEmpty() ? "empty" : "`" + Words.bounded(text.value(), MAX_LENGTH) + "`";
    };
  }

  /** A number as YAML and JSON write it. */
  static String number(GoScalar number) {
    return switch (number) {
      case GoScalar.Int64 integer -> Long.toString(integer.value());
      case GoScalar.Float64 binary -> number(binary.value());
      case GoScalar.Nil nil -> "null";
      case GoScalar.Bool bool -> Boolean.toString(bool.value());
      case GoScalar.Text text -> text.value();
    };
  }

  private static String number(double number) {
    if (!Double.isFinite(number)) {
      return Double.toString(number);
    }
    BigDecimal plain = new BigDecimal(Double.toString(number)).stripTrailingZeros();
    boolean readable = plain.precision() - plain.scale() <= 21 && plain.scale() <= 21;
    return readable ? plain.toPlainString() : plain.toString();
  }

  private static String numbered(GoScalar number, boolean secret) {
    return secret ? "a number" : "the number `" + number(number) + "`";
  }

  private static String masked(String text) {
    return text.isEmpty()
        ? "an empty string"
        : "a string of " + Words.count(text.codePointCount(0, text.length()), "character");
  }

  private static String quoted(String text) {
    return "\"" + Words.bounded(text, MAX_LENGTH) + "\"";
  }
}
