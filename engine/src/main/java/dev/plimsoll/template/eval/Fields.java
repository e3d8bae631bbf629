package dev.plimsoll.template.eval;

import dev.plimsoll.template.value.GoMap;
import dev.plimsoll.template.value.GoNil;
import dev.plimsoll.template.value.GoObject;
import dev.plimsoll.template.value.GoQuotes;
import dev.plimsoll.template.value.GoValue;
import dev.plimsoll.template.value.Trace;
import java.util.List;

/** Fields of values: {@code evalField} of {@code text/template/exec.go} without arguments. */
final class Fields {

  private Fields() {}

  /**
   * The value of a field or of a method without parameters.
   *
   * @param isInterface whether Go holds the receiver as an {@code interface {}}
   */
  static GoValue get(Execution execution, GoValue receiver, boolean isInterface, String field) {
    return switch (receiver) {
      case GoNil nil -> ofNil(execution, nil, field);
      case GoMap map -> ofMap(execution, map, field);
      case GoObject object -> ofObject(execution, object, isInterface, field);
      default -> throw noField(execution, receiver, isInterface, field);
    };
  }

  static Failure noField(Execution execution, GoValue receiver, boolean isInterface, String field) {
    String type = isInterface ? GoTypes.INTERFACE : receiver.typeName();
    return execution.failure(
        "can't evaluate field " + field + " in type " + type, receiver.trace());
  }

  static GoValue ofNil(Execution execution, GoNil nil, String field) {
    if (!nil.type().isEmpty()) {
      throw execution.failure("nil pointer evaluating " + nil.type() + "." + field, nil.trace());
    }
    if (execution.missingKey() == MissingKey.ERROR) {
      throw execution.failure("nil data; no entry for key " + GoQuotes.quote(field), nil.trace());
    }
    return nil;
  }

  private static GoValue ofMap(Execution execution, GoMap map, String field) {
    if (ValuesMethods.isMethod(map, field)) {
      return ValuesMethods.call(execution, map, field, List.of());
    }
    GoValue value = map.get(field);
    value = value == null ? missing(execution, map, field) : GoTypes.held(value);
    Trace reasons = map.trace().reasons();
    return reasons.isNone() ? value : value.because(reasons);
  }

  private static GoValue missing(Execution execution, GoMap map, String field) {
    Trace trace = execution.isTracked() ? map.missing(field) : Trace.NONE;
    if (execution.missingKey() == MissingKey.ERROR) {
      throw execution.failure("map has no entry for key " + GoQuotes.quote(field), trace);
    }
    return ZeroValues.of(GoTypes.element(map.typeName()), trace);
  }

  private static GoValue ofObject(
      Execution execution, GoObject object, boolean isInterface, String field) {
    if (object.hasMethod(field)) {
      return execution.method(object, field, List.of());
    }
    GoValue value = object.field(field);
    if (value != null) {
      return value;
    }
    if (object.underlying() instanceof GoMap map) {
      return ofMap(execution, map, field);
    }
    throw noField(execution, object, isInterface, field);
  }
}
