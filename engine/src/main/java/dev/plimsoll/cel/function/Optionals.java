package dev.plimsoll.cel.function;

import dev.plimsoll.cel.value.CelBytes;
import dev.plimsoll.cel.value.CelFailure;
import dev.plimsoll.cel.value.CelList;
import dev.plimsoll.cel.value.CelMap;
import dev.plimsoll.cel.value.CelNull;
import dev.plimsoll.cel.value.CelOptional;
import dev.plimsoll.cel.value.ListValue;
import dev.plimsoll.cel.value.Unsigned;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Optional values. */
final class Optionals implements Library {

  @Override
  public Object call(String function, Object[] arguments) {
    return switch (function) {
      case "optional.of" -> CelOptional.of(arguments[0]);
      case "optional.none" -> CelOptional.NONE;
      case "optional.ofNonZeroValue" ->
          isZero(arguments[0]) ? CelOptional.NONE : CelOptional.of(arguments[0]);
      case "optional.unwrap", "unwrapOpt" -> unwrap(function, arguments);
      default -> member(function, arguments);
    };
  }

  private static Object member(String function, Object[] arguments) {
    if (!(arguments[0] instanceof CelOptional optional)) {
      throw CelFailure.noOverload(function, arguments);
    }
    Object content = optional.value();
    return switch (function) {
      case "hasValue" -> content != null;
      case "or" -> content != null ? optional : arguments[1];
      case "orValue" -> content != null ? content : arguments[1];
      default -> {
        if (content == null) {
          throw CelFailure.of("optional.none() dereference");
        }
        yield content;
      }
    };
  }

  private static boolean isZero(Object value) {
    return value == CelNull.NULL
        || value.equals("")
        || value.equals(false)
        || value.equals(0L)
        || (value instanceof Double number && number == 0)
        || (value instanceof Unsigned number && number.bits() == 0)
        || (value instanceof CelList list && list.size() == 0)
        || (value instanceof CelMap map && map.size() == 0)
        || (value instanceof CelBytes bytes && bytes.size() == 0)
        || value.equals(Duration.ZERO)
        || value.equals(Instant.EPOCH)
        || (value instanceof CelOptional optional && !optional.isPresent());
  }

  private static ListValue unwrap(String function, Object[] arguments) {
    if (!(arguments[0] instanceof CelList list)) {
      throw CelFailure.noOverload(function, arguments);
    }
    List<Object> present = new ArrayList<>();
    for (Object item : list.items()) {
      if (item instanceof CelOptional(Object content) && content != null) {
        present.add(content);
      }
    }
    return ListValue.of(present);
  }
}
