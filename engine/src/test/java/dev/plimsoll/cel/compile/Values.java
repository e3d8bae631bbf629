package dev.plimsoll.cel.compile;

import dev.plimsoll.cel.program.CelResult;
import dev.plimsoll.cel.value.CelBytes;
import dev.plimsoll.cel.value.CelList;
import dev.plimsoll.cel.value.CelMap;
import dev.plimsoll.cel.value.CelNull;
import dev.plimsoll.cel.value.CelOptional;
import dev.plimsoll.cel.value.CelType;
import dev.plimsoll.cel.value.Unsigned;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Objects;
import java.util.TreeSet;

/** Writes values of CEL so that they can be compared. */
final class Values {

  private Values() {}

  /** The value; {@code error} for any error, {@code undecided} for what is not known. */
  static String text(CelResult result) {
    return switch (result) {
      case CelResult.Value value -> text(value.value());
      case CelResult.Failed _ -> "error";
      case CelResult.Undecided _ -> "undecided";
    };
  }

  static String text(Object value) {
    return switch (value) {
      case CelNull _ -> "null";
      case Unsigned number -> number + "u";
      case Double number -> number(number);
      case String text -> quoted(text);
      case CelBytes bytes -> "b" + Arrays.toString(bytes.toArray());
      case Instant instant -> "timestamp " + instant;
      case Duration duration -> "duration " + duration;
      case CelType type -> "type " + type.name();
      case CelOptional(Object content) -> content == null ? "none" : "some " + text(content);
      case CelList list -> list.items().stream().map(Values::text).toList().toString();
      case CelMap map -> {
        TreeSet<String> entries = new TreeSet<>();
        for (Object key : map.keys()) {
          entries.add(text(key) + ": " + text(Objects.requireNonNull(map.get(key))));
        }
        yield entries.toString();
      }
      default -> value.toString();
    };
  }

  static String number(double number) {
    return "double " + number;
  }

  static String quoted(String text) {
    return "'" + text + "'";
  }
}
