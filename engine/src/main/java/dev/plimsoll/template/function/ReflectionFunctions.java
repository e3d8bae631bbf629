package dev.plimsoll.template.function;

import dev.plimsoll.template.function.Signature.Parameter;
import dev.plimsoll.template.value.GoString;
import dev.plimsoll.template.value.GoValue;
import java.util.List;

/** Types of values ({@code reflect.go} of Sprig). */
final class ReflectionFunctions {

  private ReflectionFunctions() {}

  static List<TemplateFunction> family() {
    Signature any = Signature.of(Parameter.ANY);
    Signature named = Signature.of(Parameter.STRING, Parameter.ANY);
    return List.of(
        new TemplateFunction(
            "typeOf",
            any,
            (context, arguments) ->
                GoString.computed(arguments.getFirst().typeName(), arguments.getFirst().trace())),
        new TemplateFunction(
            "kindOf",
            any,
            (context, arguments) ->
                GoString.computed(arguments.getFirst().kindName(), arguments.getFirst().trace())),
        new TemplateFunction(
            "typeIs",
            named,
            (context, arguments) -> named(arguments, arguments.get(1).typeName(), false)),
        new TemplateFunction(
            "typeIsLike",
            named,
            (context, arguments) -> named(arguments, arguments.get(1).typeName(), true)),
        new TemplateFunction(
            "kindIs",
            named,
            (context, arguments) -> named(arguments, arguments.get(1).kindName(), false)),
        new TemplateFunction(
            "deepEqual",
            Signature.of(Parameter.ANY, Parameter.ANY),
            (context, arguments) ->
                Operands.answer(DeepEqual.isEqual(arguments.get(0), arguments.get(1)), arguments)));
  }

  /** Whether {@code name} is that of the first argument, or with {@code likes} a pointer to it. */
  private static GoValue named(List<GoValue> arguments, String name, boolean likes) {
    String wanted = Operands.text(arguments, 0);
    return Operands.answer(
        wanted.equals(name) || (likes && ("*" + wanted).equals(name)), arguments);
  }
}
