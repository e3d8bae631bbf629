package dev.plimsoll.template.eval;

import dev.plimsoll.template.value.GoBool;
import dev.plimsoll.template.value.GoBytes;
import dev.plimsoll.template.value.GoFloat;
import dev.plimsoll.template.value.GoInt;
import dev.plimsoll.template.value.GoList;
import dev.plimsoll.template.value.GoMap;
import dev.plimsoll.template.value.GoNil;
import dev.plimsoll.template.value.GoString;
import dev.plimsoll.template.value.GoValue;
import dev.plimsoll.template.value.Trace;
import java.util.List;

/** Go's zero values: {@code reflect.Zero}. */
final class ZeroValues {

  /** What a key gives that a map of values does not have, if nobody tracks it. */
  private static final GoNil MISSING = new GoNil(Trace.NONE);

  private ZeroValues() {}

  /** The zero value of a type. */
  static GoValue of(String type, Trace trace) {
    return switch (type) {
      case GoTypes.INTERFACE -> trace.isNone() ? MISSING : new GoNil(trace);
      case "string" -> trace.isNone() ? GoString.EMPTY : GoString.computed("", trace);
      case "bool" -> new GoBool(false, trace);
      case "int" -> GoInt.of(0, trace);
      case "int64" -> GoInt.int64(0, trace);
      case "float64" -> new GoFloat(0, trace);
      case "[]uint8" -> new GoBytes(new byte[0], trace);
      default -> composite(type, trace);
    };
  }

  private static GoValue composite(String type, Trace trace) {
    if (type.startsWith("[]")) {
      return new GoList(List.of(), type, trace);
    }
    return type.startsWith("map[") ? GoMap.nil(type, trace) : new GoNil(type, trace);
  }
}
