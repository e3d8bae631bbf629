package dev.plimsoll.template.function;

import dev.plimsoll.template.function.Signature.Parameter;
import dev.plimsoll.template.value.GoBool;
import dev.plimsoll.template.value.GoNil;
import dev.plimsoll.template.value.GoString;
import dev.plimsoll.template.value.GoValue;
import dev.plimsoll.template.value.Trace;
import java.util.List;

/** Chooses between values ({@code defaults.go} of Sprig). */
final class DefaultFunctions {

  private DefaultFunctions() {}

  static List<TemplateFunction> family() {
    Signature any = Signature.variadic(Parameter.ANY);
    return List.of(
        new TemplateFunction(
            "hello", Signature.of(), (context, arguments) -> GoString.of("Hello!")),
        new TemplateFunction(
            "default",
            Signature.variadic(Parameter.ANY, Parameter.ANY),
            DefaultFunctions::defaultValue),
        new TemplateFunction("empty", Signature.of(Parameter.ANY), DefaultFunctions::empty),
        new TemplateFunction("coalesce", any, DefaultFunctions::coalesce),
        new TemplateFunction("all", any, DefaultFunctions::all),
        new TemplateFunction("any", any, DefaultFunctions::any),
        new TemplateFunction(
            "ternary",
            Signature.of(Parameter.ANY, Parameter.ANY, Parameter.BOOL),
            DefaultFunctions::ternary));
  }

  /** Sprig's {@code empty}: structs are never empty. */
  static boolean isEmpty(GoValue value) {
    return !value.isTrue();
  }

  /** {@code dfault}. */
  private static GoValue defaultValue(FunctionContext context, List<GoValue> arguments) {
    if (arguments.size() < 2) {
      return arguments.getFirst();
    }
    GoValue given = arguments.get(1);
    return isEmpty(given) ? arguments.getFirst().because(given.trace()) : given;
  }

  private static GoValue empty(FunctionContext context, List<GoValue> arguments) {
    return Operands.answer(isEmpty(arguments.getFirst()), arguments);
  }

  private static GoValue coalesce(FunctionContext context, List<GoValue> arguments) {
    Trace empty = Trace.NONE;
    for (GoValue argument : arguments) {
      if (!isEmpty(argument)) {
        return argument.because(empty);
      }
      empty = empty.and(argument.trace());
    }
    return new GoNil(empty);
  }

  private static GoValue all(FunctionContext context, List<GoValue> arguments) {
    return Operands.answer(arguments.stream().noneMatch(DefaultFunctions::isEmpty), arguments);
  }

  private static GoValue any(FunctionContext context, List<GoValue> arguments) {
    return Operands.answer(!arguments.stream().allMatch(DefaultFunctions::isEmpty), arguments);
  }

  private static GoValue ternary(FunctionContext context, List<GoValue> arguments) {
    GoBool test = (GoBool) arguments.get(2);
    return arguments.get(test.value() ? 0 : 1).because(test.trace());
  }
}
