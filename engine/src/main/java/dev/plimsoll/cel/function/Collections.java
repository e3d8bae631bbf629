package dev.plimsoll.cel.function;

import dev.plimsoll.cel.value.CelFailure;
import dev.plimsoll.cel.value.CelList;
import dev.plimsoll.cel.value.CelMap;
import dev.plimsoll.cel.value.Equality;
import dev.plimsoll.cel.value.MapValue;

/** Lists taken as sets, and what macros need to fill maps. */
final class Collections implements Library {

  @Override
  public Object call(String function, Object[] arguments) {
    if (function.equals("cel.@mapInsert")) {
      return insert(arguments);
    }
    if (!(arguments[0] instanceof CelList left) || !(arguments[1] instanceof CelList right)) {
      throw CelFailure.noOverload(function, arguments);
    }
    return switch (function) {
      case "sets.contains" -> contains(left, right);
      case "sets.equivalent" -> contains(left, right) && contains(right, left);
      default -> intersects(left, right);
    };
  }

  private static boolean contains(CelList left, CelList right) {
    for (int i = 0; i < right.size(); i++) {
      if (!Equality.contains(left, right.get(i))) {
        return false;
      }
    }
    return true;
  }

  private static boolean intersects(CelList left, CelList right) {
    for (int i = 0; i < right.size(); i++) {
      if (Equality.contains(left, right.get(i))) {
        return true;
      }
    }
    return false;
  }

  private static MapValue insert(Object[] arguments) {
    if (!(arguments[0] instanceof MapValue map)) {
      throw CelFailure.noOverload("cel.@mapInsert", arguments);
    }
    if (arguments.length == 3) {
      return map.with(arguments[1], arguments[2]);
    }
    MapValue result = map;
    CelMap more = (CelMap) arguments[1];
    for (Object key : more.keys()) {
      Object value = more.get(key);
      if (value != null) {
        result = result.with(key, value);
      }
    }
    return result;
  }
}
