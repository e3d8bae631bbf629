package dev.plimsoll.template.function;

import dev.plimsoll.template.value.GoValue;
import dev.plimsoll.template.value.TracedText;
import dev.plimsoll.values.PrintTarget;
import dev.plimsoll.values.StringTarget;
import dev.plimsoll.values.YamlDialect;
import dev.plimsoll.values.YamlWriter;

/** What go-yaml v3 writes with an indentation of two. */
public final class PrettyYaml {

  private PrettyYaml() {}

  /** The YAML of a value with its final line end. */
  public static TracedText print(FunctionContext context, GoValue value) {
    if (!context.isTracked()) {
      StringTarget<Leaf> target = new StringTarget<>();
      write(target, context, value);
      return TracedText.untracked(target.toString());
    }
    TracedTarget target = new TracedTarget();
    write(target, context, value);
    return target.build();
  }

  private static void write(PrintTarget<Leaf> target, FunctionContext context, GoValue value) {
    YamlWriter<Leaf> writer = new YamlWriter<>(target, YamlDialect.V3);
    new GoTree(writer, Encoding.PRETTY_YAML, context).write(value);
    writer.finish();
  }
}
