package dev.plimsoll.cli.report;

import dev.plimsoll.helmfile.Secrets;
import dev.plimsoll.values.GoScalar;
import dev.plimsoll.values.JsonPrinter;
import dev.plimsoll.values.ListValue;
import dev.plimsoll.values.MapValue;
import dev.plimsoll.values.ScalarValue;
import dev.plimsoll.values.Value;

/** A value in few words, for a line of a terminal. */
final class ValueText {

  private static final int MAX_LENGTH = 80;

  private ValueText() {}

  /** JSON of a leaf, bounded; what an encrypted leaf holds is not shown. */
  static String of(Value value) {
    return switch (value) {
      case ScalarValue scalar when isEncrypted(scalar) -> "(encrypted)";
      case ScalarValue scalar -> bounded(JsonPrinter.print(scalar));
      case ListValue list when list.items().isEmpty() -> "[]";
      case MapValue map when map.entries().isEmpty() -> "{}";
      case ListValue list -> "a list of " + Counts.of(list.items().size(), "item");
      case MapValue map -> "a map of " + Counts.of(map.entries().size(), "key");
    };
  }

  private static boolean isEncrypted(ScalarValue scalar) {
    return scalar.content() instanceof GoScalar.Text(String text)
        && (text.startsWith(Secrets.CIPHERTEXT) || text.equals(Secrets.TOKEN));
  }

  private static String bounded(String json) {
    int length = json.codePointCount(0, json.length());
    return length <= MAX_LENGTH
        ? json
        : json.substring(0, json.offsetByCodePoints(0, MAX_LENGTH)) + "…";
  }
}
