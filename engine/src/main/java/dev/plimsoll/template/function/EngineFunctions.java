package dev.plimsoll.template.function;

import dev.plimsoll.template.function.Signature.Parameter;
import dev.plimsoll.template.value.GoFailure;
import dev.plimsoll.template.value.GoMap;
import dev.plimsoll.template.value.GoNil;
import dev.plimsoll.template.value.GoString;
import dev.plimsoll.template.value.GoValue;
import dev.plimsoll.template.value.Source;
import dev.plimsoll.template.value.Trace;
import dev.plimsoll.template.value.TracedText;
import java.util.List;

/** Functions that belong to Helm's engine ({@code engine.go}). */
final class EngineFunctions {

  private EngineFunctions() {}

  static List<TemplateFunction> family() {
    Signature nameAndData = Signature.of(Parameter.STRING, Parameter.ANY);
    return List.of(
        new TemplateFunction("include", nameAndData, EngineFunctions::include),
        new TemplateFunction("tpl", nameAndData, EngineFunctions::tpl),
        new TemplateFunction("required", nameAndData, EngineFunctions::required),
        new TemplateFunction("fail", Signature.of(Parameter.STRING), EngineFunctions::fail),
        new TemplateFunction(
            "lookup",
            Signature.of(Parameter.STRING, Parameter.STRING, Parameter.STRING, Parameter.STRING),
            EngineFunctions::lookup),
        new TemplateFunction(
            "getHostByName", Signature.of(Parameter.STRING), EngineFunctions::getHostByName));
  }

  private static String text(List<GoValue> arguments, int index) {
    return ((GoString) arguments.get(index)).text();
  }

  /** {@code includeFun}. */
  private static GoValue include(FunctionContext context, List<GoValue> arguments) {
    return new GoString(context.include(text(arguments, 0), arguments.get(1)));
  }

  /** {@code tplFun}. */
  private static GoValue tpl(FunctionContext context, List<GoValue> arguments) {
    GoString template = (GoString) arguments.getFirst();
    TracedText result = context.evaluate(template.content(), arguments.get(1));
    return result.isEmpty() && !result.isTracked()
        ? GoString.computed("", template.trace())
        : new GoString(result);
  }

  /** {@code required}: neither nil nor the empty text will do. */
  private static GoValue required(FunctionContext context, List<GoValue> arguments) {
    GoValue value = arguments.get(1);
    boolean isMissing =
        value instanceof GoNil || (value instanceof GoString string && !string.isTrue());
    if (!isMissing) {
      return value;
    }
    if (context.isLint()) {
      return GoString.computed("", value.trace());
    }
    throw new GoFailure(text(arguments, 0), value.trace());
  }

  /** {@code fail}. */
  private static GoValue fail(FunctionContext context, List<GoValue> arguments) {
    GoString message = (GoString) arguments.getFirst();
    if (context.isLint()) {
      return GoString.EMPTY;
    }
    throw new GoFailure(message.text(), message.trace());
  }

  /** {@code lookup} without a cluster: nothing is ever found. */
  private static GoValue lookup(FunctionContext context, List<GoValue> arguments) {
    context.noteNonDeterminism("lookup");
    return new GoMap(context.isTracked() ? Trace.of(new Source.Environment("lookup")) : Trace.NONE);
  }

  /** {@code getHostByName} without {@code --enable-dns}: no name has an address. */
  private static GoValue getHostByName(FunctionContext context, List<GoValue> arguments) {
    return GoString.computed("", arguments.getFirst().trace());
  }
}
