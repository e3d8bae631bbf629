package dev.plimsoll.template.function;

import dev.plimsoll.template.function.Signature.Parameter;
import dev.plimsoll.template.value.GoFailure;
import dev.plimsoll.template.value.GoList;
import dev.plimsoll.template.value.GoMap;
import dev.plimsoll.template.value.GoString;
import dev.plimsoll.template.value.GoValue;
import dev.plimsoll.template.value.TracedText;
import dev.plimsoll.values.HelmVersion;
import dev.plimsoll.values.PrintTarget;
import dev.plimsoll.values.StringTarget;
import dev.plimsoll.values.YamlDialect;
import dev.plimsoll.values.YamlWriter;
import java.util.ArrayList;
import java.util.List;

/** YAML in templates ({@code funcs.go} of Helm's engine). */
final class YamlFunctions {

  private static final Signature ANY = Signature.of(Parameter.ANY);
  private static final Signature TEXT = Signature.of(Parameter.STRING);

  private YamlFunctions() {}

  static List<TemplateFunction> family(HelmVersion helm) {
    List<TemplateFunction> family = new ArrayList<>();
    family.add(new TemplateFunction("toYaml", ANY, YamlFunctions::toYaml));
    family.add(new TemplateFunction("toYamlPretty", ANY, YamlFunctions::toYamlPretty));
    family.add(new TemplateFunction("fromYaml", TEXT, YamlFunctions::fromYaml));
    family.add(new TemplateFunction("fromYamlArray", TEXT, YamlFunctions::fromYamlArray));
    if (helm.isAtLeast(4, 0, 0)) {
      family.add(new TemplateFunction("mustToYaml", ANY, YamlFunctions::mustToYaml));
    }
    return family;
  }

  /**
   * What {@code toYaml} gives.
   *
   * @throws EncodingFailure for what has no form in YAML
   */
  static TracedText encode(FunctionContext context, GoValue value) {
    if (!context.isTracked()) {
      StringTarget<Leaf> target = new StringTarget<>();
      write(target, context, value);
      return withoutLineEnd(TracedText.untracked(target.toString()));
    }
    TracedTarget target = new TracedTarget();
    write(target, context, value);
    return withoutLineEnd(target.build());
  }

  private static void write(PrintTarget<Leaf> target, FunctionContext context, GoValue value) {
    new GoTree(new YamlWriter<>(target, YamlDialect.V2), Encoding.YAML, context).write(value);
  }

  /** The writer ends a line for a text that does; the last such line end is cut off in Go. */
  private static TracedText withoutLineEnd(TracedText text) {
    return text.text().endsWith("\n") ? text.substring(0, text.length() - 1) : text;
  }

  private static GoValue toYaml(FunctionContext context, List<GoValue> arguments) {
    try {
      return new GoString(encode(context, arguments.getFirst()));
    } catch (EncodingFailure e) {
      return GoString.computed("", arguments.getFirst().trace());
    }
  }

  /** {@code mustToYAML}, which Helm 3 does not have. */
  private static GoValue mustToYaml(FunctionContext context, List<GoValue> arguments) {
    GoValue value = arguments.getFirst();
    try {
      return new GoString(encode(context, value));
    } catch (EncodingFailure e) {
      String text = e.text();
      throw new GoFailure(
          text.startsWith("json: ") ? "error marshaling into JSON: " + text : text, value.trace());
    }
  }

  private static GoValue toYamlPretty(FunctionContext context, List<GoValue> arguments) {
    return new GoString(withoutLineEnd(PrettyYaml.print(context, arguments.getFirst())));
  }

  /** {@code fromYAML}: a map, with the error under {@code Error} if there is one. */
  private static GoValue fromYaml(FunctionContext context, List<GoValue> arguments) {
    TracedText text = ((GoString) arguments.getFirst()).content();
    YamlReading reading = new YamlReading(text, context);
    GoMap empty = new GoMap(text.trace());
    String error = reading.error();
    if (error == null) {
      GoValue value = reading.value();
      if (value instanceof GoMap map) {
        return map;
      }
      error = YamlReading.typeError(value, GoMap.ANY);
    }
    if (error != null) {
      empty.put("Error", GoString.computed(error, text.trace()));
    }
    return empty;
  }

  /** {@code fromYAMLArray}: a list, whose only item is the error if there is one. */
  private static GoValue fromYamlArray(FunctionContext context, List<GoValue> arguments) {
    TracedText text = ((GoString) arguments.getFirst()).content();
    YamlReading reading = new YamlReading(text, context);
    String error = reading.error();
    if (error == null) {
      GoValue value = reading.value();
      if (value instanceof GoList list) {
        return list;
      }
      error = YamlReading.typeError(value, GoList.ANY);
    }
    List<GoValue> items =
        error == null ? List.of() : List.of(GoString.computed(error, text.trace()));
    return new GoList(items, text.trace());
  }
}
