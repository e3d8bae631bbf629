package dev.plimsoll.template.function;

import dev.plimsoll.template.function.Signature.Parameter;
import dev.plimsoll.template.value.GoFailure;
import dev.plimsoll.template.value.GoMap;
import dev.plimsoll.template.value.GoString;
import dev.plimsoll.template.value.GoValue;
import dev.plimsoll.template.value.TracedText;
import dev.plimsoll.values.HelmVersion;
import dev.plimsoll.values.StringTarget;
import java.util.ArrayList;
import java.util.List;

/** TOML in templates ({@code funcs.go} of Helm's engine, over {@code BurntSushi/toml} 1.6). */
final class TomlFunctions {

  private static final Signature ANY = Signature.of(Parameter.ANY);

  private TomlFunctions() {}

  static List<TemplateFunction> family(HelmVersion helm) {
    List<TemplateFunction> family = new ArrayList<>();
    family.add(new TemplateFunction("toToml", ANY, TomlFunctions::toToml));
    family.add(
        new TemplateFunction("fromToml", Signature.of(Parameter.STRING), TomlFunctions::fromToml));
    if (helm.isAtLeast(4, 0, 0)) {
      family.add(new TemplateFunction("mustToToml", ANY, TomlFunctions::mustToToml));
    }
    return family;
  }

  private static TracedText encode(FunctionContext context, GoValue value) {
    if (!context.isTracked()) {
      StringTarget<Leaf> target = new StringTarget<>();
      new TomlWriter(target, context).write(value);
      return TracedText.untracked(target.toString());
    }
    TracedTarget target = new TracedTarget();
    new TomlWriter(target, context).write(value);
    return target.build();
  }

  /** {@code toTOML}: the error is the result. */
  private static GoValue toToml(FunctionContext context, List<GoValue> arguments) {
    try {
      return new GoString(encode(context, arguments.getFirst()));
    } catch (EncodingFailure e) {
      return GoString.computed(e.text(), arguments.getFirst().trace());
    }
  }

  /** {@code mustToTOML}, which Helm 3 does not have. */
  private static GoValue mustToToml(FunctionContext context, List<GoValue> arguments) {
    try {
      return new GoString(encode(context, arguments.getFirst()));
    } catch (EncodingFailure e) {
      throw new GoFailure(e.text(), arguments.getFirst().trace());
    }
  }

  /** {@code fromTOML}: a map, with the error under {@code Error} if there is one. */
  private static GoValue fromToml(FunctionContext context, List<GoValue> arguments) {
    TracedText text = ((GoString) arguments.getFirst()).content();
    try {
      return TomlReading.read(text, context);
    } catch (TomlCursor.Refusal e) {
      GoMap map = new GoMap(text.trace());
      map.put("Error", GoString.computed(e.text(), text.trace()));
      return map;
    }
  }
}
