package dev.plimsoll.template.function;

import dev.plimsoll.template.value.GoBool;
import dev.plimsoll.template.value.GoBytes;
import dev.plimsoll.template.value.GoFloat;
import dev.plimsoll.template.value.GoInt;
import dev.plimsoll.template.value.GoList;
import dev.plimsoll.template.value.GoMap;
import dev.plimsoll.template.value.GoNil;
import dev.plimsoll.template.value.GoObject;
import dev.plimsoll.template.value.GoString;
import dev.plimsoll.template.value.GoValue;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Go's {@code reflect.DeepEqual}: types count, so that the int 1 is not the float 1. */
final class DeepEqual {

  private DeepEqual() {}

  static boolean contains(List<GoValue> haystack, GoValue needle) {
    for (GoValue item : haystack) {
      if (isEqual(needle, item)) {
        return true;
      }
    }
    return false;
  }

  static boolean isEqual(GoValue one, @Nullable GoValue other) {
    if (other == null || !one.typeName().equals(other.typeName())) {
      return false;
    }
    return switch (one) {
      case GoNil _ -> other instanceof GoNil;
      case GoBool bool -> other instanceof GoBool that && bool.value() == that.value();
      case GoInt number -> other instanceof GoInt that && number.value() == that.value();
      case GoFloat number -> other instanceof GoFloat that && number.value() == that.value();
      case GoString string -> other instanceof GoString that && string.text().equals(that.text());
      case GoBytes bytes ->
          other instanceof GoBytes that && Arrays.equals(bytes.bytes(), that.bytes());
      case GoList list -> other instanceof GoList that && isEqual(list.items(), that.items());
      case GoMap map -> other instanceof GoMap that && isEqual(map, that);
      case GoObject object -> other instanceof GoObject that && object.print().equals(that.print());
    };
  }

  private static boolean isEqual(List<GoValue> one, List<GoValue> other) {
    if (one.size() != other.size()) {
      return false;
    }
    for (int i = 0; i < one.size(); i++) {
      if (!isEqual(one.get(i), other.get(i))) {
        return false;
      }
    }
    return true;
  }

  private static boolean isEqual(GoMap one, GoMap other) {
    if (one.isSameMap(other)) {
      return true;
    }
    if (one.size() != other.size()) {
      return false;
    }
    for (String key : one.keys()) {
      GoValue value = one.get(key);
      if (value == null || !isEqual(value, other.get(key))) {
        return false;
      }
    }
    return true;
  }
}
