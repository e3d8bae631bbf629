package dev.plimsoll.values;

import java.util.Comparator;
import java.util.function.UnaryOperator;

/**
 * Values as Go's {@code encoding/json} writes them, which is Helm's {@code toJson}: sorted keys, no
 * blanks, {@code <}, {@code >} and {@code &} escaped.
 */
public final class JsonPrinter {

  /** The order of keys: Go compares the bytes of UTF-8, which is the order of code points. */
  public static final Comparator<String> KEY_ORDER = JsonPrinter::compareCodePoints;

  private JsonPrinter() {}

  /** The JSON text, without a line end. */
  public static String print(Value value) {
    StringTarget<Value> out = new StringTarget<>();
    new ValueTree(new JsonWriter<>(out, JsonFormat.COMPACT), UnaryOperator.identity()).write(value);
    return out.toString();
  }

  private static int compareCodePoints(String one, String other) {
    int length = Math.min(one.length(), other.length());
    for (int i = 0; i < length; i++) {
      char a = one.charAt(i);
      char b = other.charAt(i);
      if (a != b) {
        // Surrogates stand for code points above every other char.
        boolean surrogateA = Character.isSurrogate(a);
        boolean surrogateB = Character.isSurrogate(b);
        return surrogateA == surrogateB ? Character.compare(a, b) : surrogateA ? 1 : -1;
      }
    }
    return Integer.compare(one.length(), other.length());
  }
}
