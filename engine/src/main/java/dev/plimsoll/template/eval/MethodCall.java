package dev.plimsoll.template.eval;

import dev.plimsoll.template.function.Signature.Parameter;
import dev.plimsoll.template.value.GoMap;
import dev.plimsoll.template.value.GoNil;
import dev.plimsoll.template.value.GoObject;
import dev.plimsoll.template.value.GoValue;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A field with arguments, which must be a method. One object per call: they are rare. */
final class MethodCall {

  private final Execution execution;
  private final Frame frame;
  private final Expression node;
  private final Expression[] arguments;
  private final @Nullable GoValue piped;

  MethodCall(
      Execution execution,
      Frame frame,
      Expression node,
      Expression[] arguments,
      @Nullable GoValue piped) {
    this.execution = execution;
    this.frame = frame;
    this.node = node;
    this.arguments = arguments;
    this.piped = piped;
  }

  GoValue call(GoValue receiver, boolean isInterface, String field) {
    return switch (receiver) {
      case GoNil nil -> Fields.ofNil(execution, nil, field);
      case GoMap map when ValuesMethods.isMethod(map, field) -> {
        List<GoValue> values = evaluated(field, ValuesMethods.parameters(field));
        execution.at = node.place;
        yield ValuesMethods.call(execution, map, field, values);
      }
      case GoMap _ -> throw execution.failure(field + " is not a method but has arguments");
      case GoObject object when object.hasMethod(field) -> {
        List<GoValue> values = evaluated(field, object.parameters(field));
        execution.at = node.place;
        yield execution.method(object, field, values);
      }
      case GoObject object when object.field(field) != null ->
          throw execution.failure(field + " has arguments but cannot be invoked as function");
      case GoObject object when object.underlying() instanceof GoMap ->
          throw execution.failure(field + " is not a method but has arguments");
      default -> throw Fields.noField(execution, receiver, isInterface, field);
    };
  }

  private List<GoValue> evaluated(String method, @Nullable List<String> types) {
    int count = arguments.length + (piped == null ? 0 : 1);
    if (types != null && types.size() != count) {
      throw execution.failure(
          "wrong number of args for " + method + ": want " + types.size() + " got " + count);
    }
    GoValue[] values = new GoValue[count];
    for (int i = 0; i < arguments.length; i++) {
      values[i] = fit(arguments[i].evaluate(execution, frame, null), types, i);
    }
    if (piped != null) {
      values[arguments.length] = fit(piped, types, arguments.length);
    }
    return Arguments.list(values);
  }

  private GoValue fit(GoValue value, @Nullable List<String> types, int index) {
    if (types == null) {
      return value;
    }
    for (Parameter type : Parameter.values()) {
      if (type.typeName().equals(types.get(index))) {
        return Arguments.fit(execution, value, type);
      }
    }
    return value;
  }
}
