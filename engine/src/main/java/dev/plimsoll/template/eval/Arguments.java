package dev.plimsoll.template.eval;

import dev.plimsoll.template.function.Signature.Parameter;
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
import java.util.List;

/** Whether values can be arguments: {@code validateType} of {@code text/template/exec.go}. */
final class Arguments {

  private Arguments() {}

  /** The value as an argument of that type; fails where Go does. */
  static GoValue fit(Execution execution, GoValue value, Parameter type) {
    return accepts(value, type) ? value : convert(execution, value, type);
  }

  private static boolean accepts(GoValue value, Parameter type) {
    return switch (type) {
      case ANY, REFLECT -> true;
      case STRING -> value instanceof GoString;
      case BOOL -> value instanceof GoBool;
      case INT -> value instanceof GoInt integer && integer.type() == GoInt.Type.INT;
      case INT64 -> value instanceof GoInt integer && integer.type() == GoInt.Type.INT64;
      case UINT32 -> value instanceof GoInt integer && integer.type() == GoInt.Type.UINT32;
      case FLOAT64 -> value instanceof GoFloat;
      case BYTES -> value instanceof GoBytes;
      case LIST -> value instanceof GoList list && list.typeName().equals(GoList.ANY);
      case STRINGS -> value instanceof GoList list && list.typeName().equals(GoList.STRINGS);
      case MAP -> value instanceof GoMap map && GoTypes.isAnyMap(map.typeName());
      case DURATION -> value instanceof GoInt integer && integer.type() == GoInt.Type.DURATION;
      case TIME -> value instanceof GoObject object && isTime(object);
      case CERTIFICATE ->
          value instanceof GoObject object && object.typeName().equals(type.typeName());
    };
  }

  /** A pointer to a time is followed. */
  private static boolean isTime(GoObject object) {
    String type = object.typeName();
    return type.equals("time.Time") || type.equals("*time.Time");
  }

  private static GoValue convert(Execution execution, GoValue value, Parameter type) {
    String wanted = type.typeName();
    if (value instanceof GoNil nil && nil.type().isEmpty()) {
      if (canBeNil(type)) {
        return ZeroValues.of(wanted, nil.trace());
      }
      throw execution.failure("invalid value; expected " + wanted, nil.trace());
    }
    String found = value instanceof GoNil nil ? nil.type() : value.typeName();
    throw execution.failure(
        "wrong type for value; expected " + wanted + "; got " + found, value.trace());
  }

  /** Whether {@code nil} is a value of that type. */
  static boolean canBeNil(Parameter type) {
    return switch (type) {
      case ANY, REFLECT, BYTES, LIST, STRINGS, MAP -> true;
      case STRING, BOOL, INT, INT64, UINT32, FLOAT64, DURATION, TIME, CERTIFICATE -> false;
    };
  }

  /** An immutable list. Short ones are cheapest as what the JDK has for them. */
  static List<GoValue> list(GoValue[] values) {
    return switch (values.length) {
      case 0 -> List.of();
      case 1 -> List.of(values[0]);
      case 2 -> List.of(values[0], values[1]);
      default -> List.of(values);
    };
  }
}
