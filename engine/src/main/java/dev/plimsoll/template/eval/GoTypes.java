package dev.plimsoll.template.eval;

import dev.plimsoll.template.value.GoList;
import dev.plimsoll.template.value.GoMap;
import dev.plimsoll.template.value.GoNil;
import dev.plimsoll.template.value.GoObject;
import dev.plimsoll.template.value.GoValue;
import org.jspecify.annotations.Nullable;

/** What the names of Go types say. */
final class GoTypes {

  static final String INTERFACE = "interface {}";

  /** Helm 3's and Helm 4's names of the type of {@code .Values}. */
  private static final String VALUES_3 = "chartutil.Values";

  private static final String VALUES_4 = "common.Values";

  private GoTypes() {}

  /** Whether the items of a map or list are of type {@code interface {}}. */
  static boolean holdsInterfaces(@Nullable GoValue container) {
    return switch (container) {
      case GoMap map -> isAnyMap(map.typeName());
      case GoList list -> list.typeName().endsWith(INTERFACE);
      case GoObject object -> object.underlying() != null && holdsInterfaces(object.underlying());
      case null, default -> false;
    };
  }

  /** A value as a container has it: a nil in there is one in an {@code interface {}}. */
  static GoValue held(GoValue value) {
    return value instanceof GoNil nil && nil.type().isEmpty() ? new GoNil(nil.trace()) : value;
  }

  /** Whether a type is {@code map[string]interface{}} or a name for it. */
  static boolean isAnyMap(String type) {
    return type.equals(GoMap.ANY) || type.equals(VALUES_3) || type.equals(VALUES_4);
  }

  /** The type of the items of a map with text keys. */
  static String element(String mapType) {
    if (isAnyMap(mapType)) {
      return INTERFACE;
    }
    int end = mapType.indexOf(']');
    return mapType.startsWith("map[") && end > 0 ? mapType.substring(end + 1) : INTERFACE;
  }
}
