package dev.plimsoll.cel.value;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes CEL values of plain Java ones. */
public final class CelValues {

  private CelValues() {}

  /**
   * The CEL value for {@code value}: null, booleans, numbers, strings, lists and maps of these, and
   * whatever is a CEL value already.
   */
  public static Object of(@Nullable Object value) {
    if (value == null) {
      return CelNull.NULL;
    }
    if (value instanceof Integer number) {
      return number.longValue();
    }
    if (value instanceof List<?> list) {
      List<Object> items = new ArrayList<>(list.size());
      list.forEach(item -> items.add(of(item)));
      return ListValue.of(items);
    }
    if (value instanceof Map<?, ?> map) {
      MapValue.Builder builder = new MapValue.Builder();
      map.forEach((key, item) -> builder.put(key, of(item)));
      return builder.build();
    }
    return value;
  }
}
